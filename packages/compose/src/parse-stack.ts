import type { ErrorDetail, StackModel } from '@jalon/contracts';
import { checkReferences } from './check-references';
import { readService } from './services/service';
import { blankNetwork, readNetwork } from './top/networks';
import { readVolume } from './top/volumes';
import { buildTree } from './yaml/build-tree';
import { readDocument } from './yaml/parse-document';
import { Problems } from './yaml/problems';
import { readMap } from './yaml/read';
import { type Entry, entryOf, isNull, type MapNode, type TreeNode } from './yaml/tree';

export interface ParsedStack {
  stack: StackModel;
  /** Keys that are valid and do nothing here, and variables that are not set, each with its place. */
  warnings: ErrorDetail[];
}

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/;
/** Far above any stack that one engine carries; keeps every later pass over the graph cheap. */
const MAX_SERVICES = 200;
const TOP_LEVEL = ['services', 'networks', 'volumes', 'name', 'version'];
const REFUSED: Record<string, string> = {
  include: 'Copy the included services into this file.',
  secrets: 'Pass secrets as "environment" from a secret variable.',
  configs: 'Put the file into an image or a volume.',
  models: 'Run the model as a service.',
};

/**
 * Reads a Compose file into the long form that the reconciler takes.
 * @param text the file; @param variables values for `${…}`, by name.
 * @throws DomainError COMPOSE_INVALID with every error at once, each with path, line and column;
 *   VARIABLE_MISSING when all that is wrong is a required variable without a value.
 */
export function parseStack(text: string, variables: Record<string, string>): ParsedStack {
  const problems = new Problems();
  const parsed = readDocument(text, problems);
  const root = parsed && buildTree(parsed.document, parsed.lines, variables, problems);
  const stack = root ? readRoot(root, variables, problems) : { services: {}, networks: {}, volumes: {} };
  problems.throwIfAny();
  return { stack, warnings: problems.warnings };
}

function readRoot(root: TreeNode, variables: Record<string, string>, problems: Problems): StackModel {
  const stack: StackModel = { services: {}, networks: {}, volumes: {} };
  const map = readMap(root, problems, 'a map with "services"');
  if (!map) return stack;
  for (const { key, at } of map.entries) {
    if (key.startsWith('x-') || TOP_LEVEL.includes(key)) continue;
    const advice = Object.hasOwn(REFUSED, key) ? REFUSED[key] : 'Known: services, networks, volumes, x-….';
    problems.error(at, `"${key}" is not supported at the top of the file. ${advice}`);
  }
  warnAboutName(map, problems);
  for (const entry of section(map, 'services', problems))
    stack.services[entry.key] = readService(entry, { variables, problems });
  for (const entry of section(map, 'networks', problems))
    stack.networks[entry.key] = readNetwork(entry, problems);
  for (const entry of section(map, 'volumes', problems))
    stack.volumes[entry.key] = readVolume(entry, problems);
  if (!entryOf(map, 'services')) problems.error(map, 'The file has no "services".');
  if (Object.keys(stack.services).length > MAX_SERVICES) {
    problems.error(map, `The stack has more than ${MAX_SERVICES} services. Split it.`);
    return stack;
  }
  joinDefaultNetwork(stack);
  checkReferences(stack, map, problems);
  return stack;
}

function section(root: MapNode, key: string, problems: Problems): Entry[] {
  const node = entryOf(root, key);
  if (!node || isNull(node)) return [];
  const map = readMap(node, problems, `a map of ${key} by name`);
  return (map?.entries ?? []).filter((entry) => {
    if (NAME.test(entry.key)) return true;
    problems.error(
      entry.at,
      `"${entry.key.slice(0, 80)}" is no name. Use up to 63 letters, digits, ".", "_" and "-".`,
    );
    return false;
  });
}

/** As in Compose: who names no network is on `default`, which exists when somebody is. */
function joinDefaultNetwork(stack: StackModel): void {
  for (const service of Object.values(stack.services)) {
    if (Object.keys(service.networks).length > 0 || service.hostAccess.networkMode !== null) continue;
    service.networks = { default: [] };
    stack.networks.default ??= blankNetwork('default');
  }
}

function warnAboutName(root: MapNode, problems: Problems): void {
  const name = entryOf(root, 'name');
  if (name && !isNull(name))
    problems.warn(name, '"name" has no effect here: a stack is named after its project and environment.');
}
