import { readDotenv } from '../dotenv/parse-dotenv';
import { folderOf, readProjectFile, resolvePath } from '../files/project-files';
import { mergeTrees, withoutEdits } from '../merge/merge-trees';
import { readTexts } from '../yaml/read';
import { entryOf, isNull, type MapNode, type TreeNode, withEntry, withoutEntry } from '../yaml/tree';
import type { Loader, Variables } from './loader';

const SECTIONS = ['services', 'networks', 'volumes', 'secrets', 'configs'];
const FORMS = 'a list of files, or of maps with path, env_file and project_directory';

/** A file with the services, networks, volumes, secrets and configs of the files that it includes. */
export function resolveInclude(root: MapNode, loader: Loader, trail: readonly string[]): MapNode {
  const node = entryOf(root, 'include');
  if (!node) return root;
  let result = withoutEntry(root, 'include');
  if (node.kind !== 'list') {
    if (!isNull(node)) loader.problems.error(node, `Expected ${FORMS}.`);
    return result;
  }
  for (const item of node.items) {
    const included = readIncluded(item, loader, trail);
    if (included && loader.spendNodes(item, included)) result = imported(result, included, item, loader);
  }
  return result;
}

/** The files of one entry, the later over the earlier. */
function readIncluded(item: TreeNode, loader: Loader, trail: readonly string[]): MapNode | null {
  const { problems } = loader;
  if (item.kind === 'list' || isNull(item)) {
    problems.error(item, `Expected ${FORMS}.`);
    return null;
  }
  const [paths, folder, environment] =
    item.kind === 'map'
      ? [entryOf(item, 'path'), entryOf(item, 'project_directory'), entryOf(item, 'env_file')]
      : [item];
  for (const { key, at } of item.kind === 'map' ? item.entries : [])
    if (!['path', 'project_directory', 'env_file'].includes(key))
      problems.error(at, `"${key}" is no key of "include". Known: path, project_directory, env_file.`);
  const files = paths ? openAll(paths, loader) : [];
  const [first] = files;
  if (!first) {
    if (!paths || isNull(paths)) problems.error(item, 'An entry of "include" needs "path".');
    return null;
  }
  const base = folder && !isNull(folder) ? readFolder(folder, loader) : folderOf(first.path);
  if (base === null) return null;
  const own = loader.withVariables(includedVariables(environment, base, loader));
  let merged: TreeNode | null = null;
  for (const { path, text, place } of files) {
    if (trail.includes(path)) {
      problems.error(
        place,
        `Files include each other: ${[...trail, path].join(' → ')}. Remove one "include".`,
      );
      return null;
    }
    const tree = loader.spendFile(place) ? own.load(text, path, { file: path, folder: base }, trail) : null;
    if (!tree) return null;
    merged = merged ? mergeTrees(merged, tree, [], problems) : withoutEdits(tree, problems);
  }
  return merged?.kind === 'map' ? merged : null;
}

function openAll(node: TreeNode, loader: Loader): { path: string; text: string; place: TreeNode }[] {
  const places = node.kind === 'list' ? node.items : [node];
  const texts = places.map((place) => ({ place, written: readTexts(place, loader.problems)[0] }));
  const files = texts.map(({ place, written }) => {
    const file =
      written === undefined ? null : readProjectFile(loader.files, place, written, loader.problems);
    return file && { ...file, place };
  });
  const found = files.filter((file) => file !== null);
  return found.length === files.length ? found : [];
}

function readFolder(node: TreeNode, loader: Loader): string | null {
  const written = readTexts(node, loader.problems)[0];
  if (written === undefined) return null;
  const resolved = resolvePath(node.origin?.folder ?? '', written);
  if (resolved.ok) return resolved.path;
  loader.problems.error(
    node,
    `"${written.slice(0, 80)}" cannot be the project directory: ${resolved.reason}.`,
  );
  return null;
}

/** The including project's variables win over those of the included one. */
function includedVariables(node: TreeNode | undefined, folder: string, loader: Loader): Variables {
  const { files, problems, variables } = loader;
  const own: Record<string, string> = {};
  const add = (path: string, text: string) =>
    Object.assign(own, readDotenv(text, problems, { variables, origin: { file: path, folder } }));
  if (!node || isNull(node)) {
    const path = folder === '' ? '.env' : `${folder}/.env`;
    const text = files.get(path);
    if (text !== undefined) add(path, text);
  }
  for (const place of node ? (node.kind === 'list' ? node.items : [node]) : []) {
    const [written] = readTexts(place, problems);
    if (written === undefined) continue;
    const file = readProjectFile(files, place, written, problems);
    if (file) add(file.path, file.text);
  }
  return { ...own, ...variables };
}

/** What both files define must be the same in both. */
function imported(root: MapNode, included: MapNode, place: TreeNode, loader: Loader): MapNode {
  let result = root;
  for (const section of SECTIONS) {
    const theirs = entryOf(included, section);
    if (theirs?.kind !== 'map') continue;
    const at = result.entries.find(({ key }) => key === section);
    const ours = at?.value.kind === 'map' ? at.value.entries : [];
    const byName = new Map(ours.map((entry) => [entry.key, entry]));
    for (const entry of theirs.entries) {
      const own = byName.get(entry.key);
      if (!own) byName.set(entry.key, entry);
      else if (content(own.value) !== content(entry.value))
        loader.problems.error(
          own.at,
          `"${section}.${entry.key}" is also in an included file, and differs. Rename one, or override it in a file of its own.`,
        );
    }
    const value = { ...theirs, entries: [...byName.values()] };
    result = withEntry(result, at ? { ...at, value } : { key: section, at: place, value });
  }
  return result;
}

function content(node: TreeNode): string {
  if (node.kind === 'scalar') return JSON.stringify(node.value === null ? null : node.text);
  if (node.kind === 'list') return `[${node.items.map(content).join(',')}]`;
  const entries = node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${content(value)}`);
  return `{${entries.sort().join(',')}}`;
}
