import type { FileSourceModel } from '@jalon/contracts';
import { readProjectFile } from '../files/project-files';
import type { ServiceContext } from '../services/service';
import { readBoolean, readMap, readText } from '../yaml/read';
import { type Entry, entryOf, isNull, type MapNode, type TreeNode } from '../yaml/tree';

export type FileKind = 'secret' | 'config';

/** As in a cluster's own store; a file of this size is no setting any more. */
const MAX_BYTES = 500_000;
const WITHOUT_EFFECT = ['labels', 'name'];

/** One entry of the top-level `secrets` or `configs`, with what it holds. */
export function readFileSource(entry: Entry, kind: FileKind, context: ServiceContext): FileSourceModel {
  const { problems } = context;
  const source: FileSourceModel = { name: entry.key, from: 'content', origin: '', content: '' };
  const known = kind === 'secret' ? ['file', 'environment'] : ['file', 'environment', 'content'];
  const map = readMap(entry.value, problems, `a map with one of ${known.join(', ')}`);
  if (!map) return source;
  for (const { key, at } of map.entries) {
    if (known.includes(key) || key === 'external' || key.startsWith('x-')) continue;
    if (WITHOUT_EFFECT.includes(key)) problems.warn(at, `"${key}" of a ${kind} has no effect here.`);
    else if (key === 'content')
      problems.error(at, 'A secret that is written into the file is none. Use "environment: VARIABLE".');
    else problems.error(at, `"${key}" of a ${kind} is not supported. Known: ${known.join(', ')}.`);
  }
  if (isExternal(map, context)) {
    problems.error(
      map,
      `An external ${kind} lives in a cluster’s store, which a single engine has not. Use "environment: VARIABLE" or "file".`,
    );
    return source;
  }
  const given = known.filter((key) => entryOf(map, key) !== undefined);
  const [from] = given;
  if (given.length !== 1 || !from)
    problems.error(map, `A ${kind} is made of exactly one of ${known.join(', ')}.`);
  else Object.assign(source, readContent(from, entryOf(map, from) ?? map, context));
  if (new TextEncoder().encode(source.content).length > MAX_BYTES)
    problems.error(map, `A ${kind} holds at most ${MAX_BYTES / 1000} kB. Put it into a volume.`);
  return source;
}

function readContent(
  from: string,
  node: TreeNode,
  { variables, files, problems }: ServiceContext,
): Partial<FileSourceModel> {
  const text =
    node.kind === 'scalar' && node.value === '' && from === 'content' ? '' : readText(node, problems);
  if (text === null) return {};
  if (from === 'content') return { from, content: text };
  if (from === 'file') {
    const file = readProjectFile(files, node, text, problems);
    return file ? { from, origin: file.path, content: file.text } : {};
  }
  const content = Object.hasOwn(variables, text) ? variables[text] : undefined;
  if (content === undefined)
    problems.missingVariable(
      node,
      `Variable ${text.slice(0, 80)} is required. Set it in the environment's variables.`,
      text,
    );
  return { from: 'environment', origin: text, content: content ?? '' };
}

function isExternal(map: MapNode, { problems }: ServiceContext): boolean {
  const node = entryOf(map, 'external');
  if (!node || isNull(node)) return false;
  return node.kind === 'map' || readBoolean(node, problems) === true;
}
