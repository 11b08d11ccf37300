import { readDotenv } from '../dotenv/parse-dotenv';
import { folderOf, readProjectFile, resolvePath } from '../files/project-files';
import { readBoolean, readText } from '../yaml/read';
import { entryOf, isNull, type TreeNode } from '../yaml/tree';
import type { ServiceContext } from './service';

/** Every service may read every file again: what that takes stays bounded. */
const MAX_FILES = 20;

/** `env_file`: a path, a list of them, or maps with path, required and format; a later file wins over an earlier one. */
export function readEnvFiles(node: TreeNode, context: ServiceContext): Record<string, string> {
  if (isNull(node)) return {};
  const items = node.kind === 'list' ? node.items : [node];
  if (items.length > MAX_FILES) {
    context.problems.error(node, `A service reads at most ${MAX_FILES} environment files.`);
    return {};
  }
  return Object.assign({}, ...items.map((item) => readEnvFile(item, context)));
}

/** `label_file`: the same, for labels. */
export function readLabelFiles(node: TreeNode, context: ServiceContext): Record<string, string> {
  return readEnvFiles(node, context);
}

function readEnvFile(item: TreeNode, context: ServiceContext): Record<string, string> {
  const { files, variables, problems } = context;
  const options = item.kind === 'map' ? item.entries : [];
  const pathNode = item.kind === 'map' ? entryOf(item, 'path') : item;
  let required = true;
  let interpolated = true;
  for (const { key, at, value } of options) {
    if (key === 'required') required = readBoolean(value, problems) ?? true;
    else if (key === 'format') {
      interpolated = readText(value, problems) !== 'raw';
      if (interpolated) problems.error(value, 'The only format is raw. Leave it out for the usual one.');
    } else if (key !== 'path' && !key.startsWith('x-'))
      problems.error(at, `"${key}" is no key of an environment file. Known: path, required, format.`);
  }
  if (!pathNode) {
    problems.error(item, 'An environment file needs "path".');
    return {};
  }
  const path = readText(pathNode, problems);
  if (path === null) return {};
  if (!required && isAbsent(pathNode, path, context)) {
    problems.warn(pathNode, 'The project has no such file, so nothing is read from it.');
    return {};
  }
  const file = readProjectFile(files, pathNode, path, problems);
  if (!file) return {};
  const id = `${interpolated ? '' : 'raw '}${file.path}`;
  const known = context.environments.get(id);
  if (known) return known;
  const origin = { file: file.path, folder: folderOf(file.path) };
  const values = readDotenv(file.text, problems, { variables, origin, interpolated });
  context.environments.set(id, values);
  return values;
}

function isAbsent(node: TreeNode, path: string, { files }: ServiceContext): boolean {
  const resolved = resolvePath(node.origin?.folder ?? '', path);
  return resolved.ok && !files.has(resolved.path);
}
