import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Refusal } from './fail.mjs';

/**
 * Only one command at a time may change the local state. Returns a function that gives the lock back; it is
 * also given back when this process ends. Throws a Refusal when another command holds it.
 * @param {import('./home.mjs').Home} home
 * @param {string} what the command's name, as the other one will be told
 */
export function takeLock(home, what) {
  const path = home.path('lock');
  const mine = home.path(`lock.${process.pid}`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, what }));
  try {
    if (!link(mine, path)) {
      const holder = readHolder(path);
      if (holder && isAlive(holder.pid)) {
        throw new Refusal(
          `\`${holder.what}\` is at work here (process ${holder.pid}). Nothing was changed: wait for it to end.`,
        );
      }
      rmSync(path, { force: true });
      if (!link(mine, path)) throw new Refusal('Another command has just begun here. Nothing was changed.');
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const release = () => {
    if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
  };
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  return release;
}

/** A hard link is made whole or not at all: two cannot both succeed. */
function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
