import { isDomainError } from '@jalon/contracts';
import type { Command } from './args/command';
import { commandHelp, programHelp } from './args/help';
import { readArguments, splitAtCommand } from './args/read-arguments';
import { UsageError } from './args/usage-error';
import { COMMANDS } from './commands';
import { AUDIT_COMMANDS } from './commands/audit';
import { EXIT } from './exit';
import type { Io } from './io';
import { FileErrors } from './stack/findings';
import { paintFor } from './view/colours';
import { count } from './view/plain';
import { printFindings } from './view/print-findings';

/** Runs one command line (without the program's own name) and gives the exit code. Throws nothing. */
export async function run(io: Io, words: readonly string[]): Promise<number> {
  try {
    return await dispatch(io, words);
  } catch (error) {
    return explain(io, words, error);
  }
}

async function dispatch(io: Io, words: readonly string[]): Promise<number> {
  const [group, ...rest] = words;
  if (group === '--version' || group === '-v') return say(io, `jalon ${io.version}\n`);
  if (group === '--help' || group === '-h' || group === 'help')
    return say(io, programHelp(COMMANDS, AUDIT_COMMANDS));
  if (group === undefined) throw new UsageError('Say what to do.');
  if (group === 'audit') return dispatchAudit(io, rest);
  if (group !== 'compose')
    throw new UsageError(`There is no "${group}". The commands begin with: jalon compose, jalon audit`);
  const { before, name, after } = splitAtCommand(rest);
  if (before.includes('--help') || before.includes('-h'))
    return say(io, programHelp(COMMANDS, AUDIT_COMMANDS));
  if (name === undefined) throw new UsageError('Say what to do with the files.');
  const command = commandOf(name);
  if (command === undefined)
    throw new UsageError(`There is no command "${name}": ${COMMANDS.map((known) => known.name).join(', ')}.`);
  const given = readArguments(command, before, after);
  if (given.flag('help')) return say(io, commandHelp(command));
  return command.run(io, given);
}

async function dispatchAudit(io: Io, [name, ...after]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') return say(io, programHelp(COMMANDS, AUDIT_COMMANDS));
  if (name === undefined) throw new UsageError('Say what to do with the audit log.');
  const command = AUDIT_COMMANDS.find((known) => known.name === name);
  if (!command)
    throw new UsageError(
      `There is no command "${name}": ${AUDIT_COMMANDS.map((known) => known.name).join(', ')}.`,
    );
  const given = readArguments(command, [], after);
  if (given.flag('help')) return say(io, commandHelp(command, 'audit'));
  return command.run(io, given);
}

function explain(io: Io, words: readonly string[], error: unknown): number {
  const { err } = io;
  const paint = paintFor(err, io);
  const tell = (message: string): void => err.write(`${paint('red', 'jalon:')} ${message}\n`);
  if (error instanceof UsageError) {
    const command = words[0] === 'compose' ? commandOf(splitAtCommand(words.slice(1)).name) : undefined;
    tell(error.message);
    err.write(`Help: jalon ${command ? `compose ${command.name} ` : ''}--help\n`);
    return EXIT.usage;
  }
  if (error instanceof FileErrors) {
    printFindings(io, err, 'error', error.findings);
    tell(`${error.files.join(', ')}: ${count(error.findings.length, 'error')}. Nothing was done.`);
    return EXIT.failed;
  }
  if (isDomainError(error) && error.code !== 'INTERNAL') {
    if (error.code === 'CANCELLED' && io.interrupted.aborted) {
      tell('Cancelled.');
      return EXIT.cancelled;
    }
    // Nothing else cancels.
    tell(
      error.code === 'CANCELLED' ? `The time of --timeout was over before anything was done.` : error.message,
    );
    return EXIT.failed;
  }
  const text = error instanceof Error ? error.message : String(error);
  tell(`This is a mistake of the program, not yours: ${text}`);
  if (io.environment.JALON_DEBUG) err.write(`${error instanceof Error ? error.stack : ''}\n`);
  else err.write('With JALON_DEBUG=1 it says where it happened.\n');
  return EXIT.bug;
}

function commandOf(name: string | undefined): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}

function say(io: Io, text: string): number {
  io.out.write(text);
  return EXIT.ok;
}
