import type { BuildModel } from '@jalon/contracts';
import { resolvePath } from '../files/project-files';
import type { Problems } from '../yaml/problems';
import { readMap, readPairs, readText } from '../yaml/read';
import { entryOf, type TreeNode } from '../yaml/tree';
import type { ServiceContext } from './service';

const SEGMENT = '[a-z0-9][a-z0-9._-]*';
const ADDRESS = new RegExp(
  `^jalon://(model-template|catalog/${SEGMENT}|samples/${SEGMENT}(/${SEGMENT})*)$`,
  'i',
);
const ADDRESS_FORMS = 'jalon://model-template, jalon://catalog/<technology> or jalon://samples/<path>';
const WITHOUT_EFFECT = [
  'labels',
  'cache_from',
  'cache_to',
  'no_cache',
  'pull',
  'tags',
  'platforms',
  'provenance',
  'sbom',
];

/** `build`, as an address, a folder where the project has some, or a map. Null after an error. */
export function readBuild(node: TreeNode, given: ServiceContext): BuildModel | null {
  const { variables, problems } = given;
  if (node.kind === 'scalar') {
    const context = readContext(node, given);
    return context === null ? null : { context, dockerfile: 'Dockerfile', args: {}, target: null };
  }
  const map = readMap(node, problems, `a build context: ${ADDRESS_FORMS}`);
  if (!map) return null;
  const build: BuildModel = { context: '', dockerfile: 'Dockerfile', args: {}, target: null };
  for (const { key, at, value } of map.entries) {
    if (key === 'context') build.context = readContext(value, given) ?? '';
    else if (key === 'dockerfile') build.dockerfile = readDockerfile(value, problems) ?? 'Dockerfile';
    else if (key === 'args') build.args = readArguments(value, variables, problems);
    else if (key === 'target') build.target = readText(value, problems);
    else if (WITHOUT_EFFECT.includes(key)) problems.warn(at, `"build.${key}" has no effect here.`);
    else if (!key.startsWith('x-'))
      problems.error(at, `"build.${key}" is not supported. Known: context, dockerfile, args, target.`);
  }
  if (!entryOf(map, 'context')) {
    if (given.folderBuilds) build.context = `project://${node.origin?.folder ?? ''}`;
    else problems.error(map, `"build" needs "context": ${ADDRESS_FORMS}.`);
  }
  return build.context === '' ? null : build;
}

/** True for the address of a build context that every installation has. */
export function isContextAddress(text: string): boolean {
  return ADDRESS.test(text) && !text.includes('..');
}

function readContext(node: TreeNode, { problems, folderBuilds }: ServiceContext): string | null {
  const context = readText(node, problems);
  if (context === null) return null;
  if (isContextAddress(context)) return context;
  if (folderBuilds) {
    const resolved = resolvePath(node.origin?.folder ?? '', context);
    if (resolved.ok) return `project://${resolved.path}`;
    problems.error(
      node,
      `Build context "${context}" cannot be reached: ${resolved.reason}. Name a folder of this project.`,
    );
    return null;
  }
  problems.error(
    node,
    `Build context "${context}" cannot be reached: a stack has no folder of its own. Write ${ADDRESS_FORMS}, or use an image.`,
  );
  return null;
}

function readDockerfile(node: TreeNode, problems: Problems): string | null {
  const path = readText(node, problems);
  if (path === null) return null;
  const inside = !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..');
  if (inside && path !== '') return path;
  problems.error(node, `"${path}" leaves the build context. Name a file inside it.`);
  return null;
}

function readArguments(
  node: TreeNode,
  variables: Readonly<Record<string, string>>,
  problems: Problems,
): Record<string, string> {
  const args: Record<string, string> = {};
  for (const { name, value, at } of readPairs(node, problems)) {
    const given = value ?? (Object.hasOwn(variables, name) ? variables[name] : undefined);
    if (name === '' || name === '__proto__') problems.error(at, 'A build argument needs a name.');
    else if (given === undefined) problems.warn(at, `Build argument ${name} has no value and is left out.`);
    else args[name] = given;
  }
  const base = args.BASE_IMAGE;
  if (base?.startsWith('jalon://') && !isContextAddress(base))
    problems.error(node, `BASE_IMAGE "${base}" is no build context. Write ${ADDRESS_FORMS}, or an image.`);
  return args;
}
