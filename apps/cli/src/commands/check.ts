import { isDomainError, type Refusal, type StackModel } from '@jalon/contracts';
import { checkPolicy } from '@jalon/reconciler';
import type { Command } from '../args/command';
import type { Given } from '../args/given';
import { ALLOWANCES, FILES, JSON_OUTPUT } from '../args/options';
import { EXIT } from '../exit';
import type { Io } from '../io';
import { readAllowance, withHostPaths } from '../stack/allowance';
import { findFiles } from '../stack/find-files';
import { FileErrors, type Finding } from '../stack/findings';
import { type LocalStack, readStack } from '../stack/read-stack';
import { count } from '../view/plain';
import { printFindings } from '../view/print-findings';

/** What is known of one stack after looking at it. */
interface Verdict {
  ok: boolean;
  files: readonly string[];
  errors: readonly Finding[];
  refusals: readonly (Finding & { rule: string })[];
  warnings: readonly Finding[];
  services: string[];
}

/** `jalon compose check`: is this a file that Jalon would run? */
export const check: Command = {
  name: 'check',
  summary: 'Say whether the files are right, and what the policy refuses; no engine is needed',
  usage: '[OPTIONS] [FILE…]',
  notes: [
    'Several files are one stack, each over those before it. With --each, every file is a stack of its own.',
  ],
  options: {
    each: { type: 'boolean', help: 'Check every file by itself' },
    ...FILES,
    ...ALLOWANCES,
    ...JSON_OUTPUT,
  },
  async run(io, given) {
    const files = findFiles(io, given);
    const stacks = given.flag('each') ? files.map((file) => [file]) : [files];
    const verdicts: Verdict[] = [];
    for (const stack of stacks) verdicts.push(await judge(io, given, stack));
    const ok = verdicts.every((verdict) => verdict.ok);
    if (given.flag('json'))
      io.out.write(`${JSON.stringify(given.flag('each') ? verdicts : verdicts[0], null, 2)}\n`);
    else for (const verdict of verdicts) print(io, verdict);
    return ok ? EXIT.ok : EXIT.failed;
  },
};

async function judge(io: Io, given: Given, paths: readonly string[]): Promise<Verdict> {
  const allowance = readAllowance(io, given);
  const none = { ok: false, errors: [], refusals: [], warnings: [], services: [] };
  try {
    const local = await readStack(io, given, paths);
    const stack: StackModel = withHostPaths(local.stack, local.folder);
    const refusals = checkPolicy(stack, allowance).map((refusal) => placed(refusal, local));
    const { files, warnings } = local;
    return {
      ...none,
      ok: refusals.length === 0,
      files,
      refusals,
      warnings,
      services: Object.keys(stack.services),
    };
  } catch (error) {
    if (error instanceof FileErrors) return { ...none, files: error.files, errors: error.findings };
    // One of many that cannot be opened is no reason to say nothing of the others.
    if (!given.flag('each') || !isDomainError(error)) throw error;
    const file = paths[0] ?? '';
    return {
      ...none,
      files: [file],
      errors: [{ file, line: 1, column: 1, path: '', message: error.message }],
    };
  }
}

function placed(
  { rule, service, message }: Refusal,
  { places, files }: LocalStack,
): Finding & { rule: string } {
  const spot = (service === null ? undefined : places.get(service)) ?? {
    file: files[0] ?? '',
    line: 1,
    column: 1,
  };
  return { ...spot, path: service === null ? '' : `services.${service}`, rule, message };
}

function print(io: Io, { ok, files, errors, refusals, warnings, services }: Verdict): void {
  printFindings(io, io.out, 'error', errors);
  printFindings(
    io,
    io.out,
    'error',
    refusals.map((refusal) => ({ ...refusal, message: `refused [${refusal.rule}] ${refusal.message}` })),
  );
  printFindings(io, io.out, 'warning', warnings);
  const names = files.join(', ');
  const wrong = errors.length + refusals.length;
  const aside = warnings.length > 0 ? `, ${count(warnings.length, 'warning')}` : '';
  if (!ok) io.out.write(`${names}: ${count(wrong, 'error')}${aside}\n`);
  else
    io.out.write(
      `${names}: ok, ${count(services.length, 'service')} (${services.sort().join(', ')})${aside}\n`,
    );
}
