import { toCompose } from '@jalon/compose';
import type { StackModel } from '@jalon/contracts';
import type { Command } from '../args/command';
import { FILES } from '../args/options';
import { UsageError } from '../args/usage-error';
import { EXIT } from '../exit';
import { findFiles } from '../stack/find-files';
import { readProfiles } from '../stack/profiles';
import { readStack } from '../stack/read-stack';
import { printFindings } from '../view/print-findings';

const FORMATS = ['yaml', 'json'];

/** `jalon compose convert`: the files as one, in the long form. */
export const convert: Command = {
  name: 'convert',
  summary: 'Print the files as one Compose file: variables filled in, every value in its long form',
  usage: '[OPTIONS] [FILE…]',
  notes: [
    'What it prints means the same, to Jalon and to docker compose. Values of variables are in it, so treat it as you treat them.',
    'Without --profile, services of every profile are kept and their profiles named.',
  ],
  options: {
    format: {
      type: 'string',
      value: 'yaml|json',
      help: 'json is the model that Jalon works with. Default: yaml',
    },
    ...FILES,
  },
  async run(io, given) {
    const format = given.text('format') ?? 'yaml';
    if (!FORMATS.includes(format)) throw new UsageError(`--format ${format}: write ${FORMATS.join(' or ')}.`);
    const local = await readStack(io, given, findFiles(io, given), { profiles: readProfiles(io, given) });
    printFindings(io, io.err, 'warning', local.warnings);
    const stack = withPaths(local.stack);
    io.out.write(format === 'json' ? `${JSON.stringify(stack, null, 2)}\n` : toCompose(stack));
    return EXIT.ok;
  },
};

/** Folders of the project as the file named them: what is printed is read beside it. */
function withPaths(stack: StackModel): StackModel {
  const services = Object.entries(stack.services).map(([name, service]) => {
    const { build } = service;
    if (!build?.context.startsWith('project://')) return [name, service];
    const context = `./${build.context.slice('project://'.length)}`;
    return [name, { ...service, build: { ...build, context } }];
  });
  return { ...stack, services: Object.fromEntries(services) };
}
