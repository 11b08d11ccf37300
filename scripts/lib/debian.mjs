import { readFileSync } from 'node:fs';
import { Refusal } from './fail.mjs';
import { run } from './run.mjs';

/** True on Debian, Ubuntu and what is made of them. */
export function isDebian() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release);
  } catch {
    return false;
  }
}

export const isRoot = () => process.getuid?.() === 0;

/**
 * Sees to it that Debian packages are installed: installs what is missing when it may, else says exactly what
 * to type. `why` ends the sentence "needed for …". Returns the names it installed.
 */
export function ensurePackages(names, why, onLine) {
  const result = queue.then(() => ensureNow(names, why, onLine));
  queue = result.catch(() => undefined);
  return result;
}

/** apt allows one at a time. */
let queue = Promise.resolve();

async function ensureNow(names, why, onLine) {
  const { output } = await run('dpkg', ['--get-selections'], { allowFailure: true }).catch(() => ({
    output: '',
  }));
  const installed = new Set(
    [...output.matchAll(/^([^\s:]+)\S*\s+(?:install|hold)$/gm)].map((match) => match[1]),
  );
  const missing = names.filter((name) => !installed.has(name));
  if (missing.length === 0) return [];
  if (!isDebian())
    throw new Refusal(`Please install, for ${why}: ${missing.join(', ')} (these are Debian's names).`);
  if (!isRoot())
    throw new Refusal(`Please run, for ${why}:\n\n  sudo apt-get install -y ${missing.join(' ')}\n`);
  await install(missing, onLine);
  return missing;
}

async function install(names, onLine) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '--no-install-recommends', ...names];
  const { code } = await run('apt-get', args, { env, onLine, log: 'apt', allowFailure: true });
  if (code === 0) return;
  await run('apt-get', ['update'], { env, onLine, log: 'apt-update' });
  await run('apt-get', args, { env, onLine, log: 'apt' });
}
