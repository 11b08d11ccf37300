import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@jalon/contracts';
import { EXIT } from './exit';
import { run } from './run';
import { inputOf, outputOf } from './streams';

/** Composition root of the program: everything that a command has of the world is made here. */
const home = fileURLToPath(new URL('../../..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${home}/apps/cli/package.json`, 'utf8')) as { version: string };
const interruption = new AbortController();

process.on('SIGINT', () => interrupt());
process.on('SIGTERM', () => interrupt());

process.exitCode = await run(
  {
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    in: inputOf(process.stdin, process.stderr),
    environment: process.env,
    folder: process.cwd(),
    interrupted: interruption.signal,
    clock: systemClock,
    contentDir: home,
    version,
  },
  process.argv.slice(2),
);

/** The first one asks every command to end tidily; whoever asks again does not want to wait for that. */
function interrupt(): void {
  if (interruption.signal.aborted) process.exit(EXIT.cancelled);
  interruption.abort();
}
