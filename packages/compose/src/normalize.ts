import type { ErrorDetail, StackModel } from '@jalon/contracts';
import { checkReferences } from './check-references';
import { type ComposeFile, mergeFiles } from './compose-file';
import { MAX_SERVICES } from './load/top-level';
import { ExtraNames } from './services/extra-names';
import { readService, type ServiceContext } from './services/service';
import { readFileSource } from './top/file-sources';
import { blankNetwork, readNetwork } from './top/networks';
import { readVolume } from './top/volumes';
import { Problems } from './yaml/problems';
import { readMap } from './yaml/read';
import { type Entry, entryOf, isNull, type MapNode } from './yaml/tree';

export interface ParsedStack {
  stack: StackModel;
  /** Keys that are valid and do nothing here, and variables that are not set, each with its place. */
  warnings: ErrorDetail[];
}

export interface NormalizeOptions {
  /** With it, only services without a profile and those of these profiles stay. Default: all, profiles named. */
  profiles?: readonly string[];
  /**
   * Build contexts may be folders of the project: `./api` becomes `project://api`. For whoever has the folder at hand.
   * Default: only addresses that every installation has.
   */
  folderBuilds?: boolean;
}

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/;

/**
 * A Compose file in the long form that the reconciler takes: no short syntax, no optional spelling left.
 * @throws DomainError COMPOSE_INVALID with every error at once, each with path, line and column.
 */
export function normalize(file: ComposeFile, options: NormalizeOptions = {}): ParsedStack {
  const problems = new Problems();
  problems.absorb(file.problems);
  const stack = readStack(mergeFiles(file, [], problems), options);
  problems.throwIfAny();
  return { stack, warnings: problems.warnings };
}

/** As `normalize`, but reports into the file's problems. */
export function readStack(
  file: ComposeFile,
  { profiles, folderBuilds = false }: NormalizeOptions,
): StackModel {
  const { root: map, problems } = file;
  const stack: StackModel = { services: {}, networks: {}, volumes: {}, secrets: {}, configs: {} };
  const context: ServiceContext = {
    ...file,
    extraNames: new ExtraNames(),
    environments: new Map(),
    folderBuilds,
  };
  for (const entry of section(map, 'services', problems))
    stack.services[entry.key] = readService(entry, context);
  for (const entry of section(map, 'networks', problems))
    stack.networks[entry.key] = readNetwork(entry, problems);
  for (const entry of section(map, 'volumes', problems))
    stack.volumes[entry.key] = readVolume(entry, problems);
  for (const entry of section(map, 'secrets', problems))
    stack.secrets[entry.key] = readFileSource(entry, 'secret', context);
  for (const entry of section(map, 'configs', problems))
    stack.configs[entry.key] = readFileSource(entry, 'config', context);
  if (!entryOf(map, 'services')) problems.error(map, 'The file has no "services".');
  if (Object.keys(stack.services).length > MAX_SERVICES) {
    problems.error(map, `The stack has more than ${MAX_SERVICES} services. Split it.`);
    return stack;
  }
  if (profiles) keepProfiles(stack, profiles);
  joinDefaultNetwork(stack);
  context.extraNames.grant(stack, problems);
  checkReferences(stack, map, problems);
  return stack;
}

function section(root: MapNode, key: string, problems: Problems): Entry[] {
  const node = entryOf(root, key);
  if (!node || isNull(node)) return [];
  const map = readMap(node, problems, `a map of ${key} by name`);
  return (map?.entries ?? []).filter((entry) => {
    if (NAME.test(entry.key)) return true;
    if (entry.key.startsWith('x-')) return false;
    problems.error(
      entry.at,
      `"${entry.key.slice(0, 80)}" is no name. Use up to 63 letters, digits, ".", "_" and "-".`,
    );
    return false;
  });
}

function keepProfiles(stack: StackModel, profiles: readonly string[]): void {
  for (const [name, { profiles: own }] of Object.entries(stack.services))
    if (own.length > 0 && !own.some((profile) => profiles.includes(profile))) delete stack.services[name];
}

/** As in Compose: who names no network is on `default`, which exists when somebody is. */
function joinDefaultNetwork(stack: StackModel): void {
  for (const service of Object.values(stack.services)) {
    if (Object.keys(service.networks).length > 0 || service.hostAccess.networkMode !== null) continue;
    service.networks = { default: [] };
    stack.networks.default ??= blankNetwork('default');
  }
}
