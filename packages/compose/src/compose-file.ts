import { readDotenv } from './dotenv/parse-dotenv';
import { folderOf, NO_FILES, type ProjectFiles } from './files/project-files';
import { Loader, type Variables } from './load/loader';
import { mergeTrees, withoutEdits } from './merge/merge-trees';
import { type Origin, Problems } from './yaml/problems';
import type { MapNode } from './yaml/tree';

/** A Compose file that was read and not yet understood: variables filled in, anchors, extends and includes resolved. */
export interface ComposeFile {
  readonly root: MapNode;
  readonly variables: Variables;
  readonly files: ProjectFiles;
  /** `!reset` and `!override` are still in it: they speak to the files before it. */
  readonly problems: Problems;
}

export interface ParseOptions {
  /** The project's own files, for `extends`, `include`, `env_file`, secrets and configs. Default: none. */
  files?: ProjectFiles;
  /** Path of the text within the project; messages name it. Default: the one unnamed file at the root. */
  path?: string;
  /** What relative paths begin at. Default: the folder of `path`. The files of one stack share the first one's. */
  folder?: string;
  /** False: the `.env` beside the file is left out, because the variables that were given stand for it. Default: true. */
  dotenv?: boolean;
}

const UNNAMED = 'compose.yaml';

/**
 * Reads a Compose file: YAML, variables, anchors, `extends` and `include`, all within the given files.
 * @param variables values for `${…}`, by name; they win over a `.env` among the files.
 * @throws DomainError COMPOSE_INVALID with every error, each with path, line and column; VARIABLE_MISSING when all that is
 *   wrong is a required variable without a value.
 */
export function parse(text: string, variables: Variables, options: ParseOptions = {}): ComposeFile {
  const problems = new Problems();
  const file = readFile(text, variables, options, problems);
  problems.throwIfAny();
  if (!file) throw new Error('a file that cannot be read has told why');
  return file;
}

/** As `parse`, but reports instead of throwing; null: nothing usable. */
export function readFile(
  text: string,
  variables: Variables,
  options: ParseOptions,
  problems: Problems,
): ComposeFile | null {
  const { files = NO_FILES, path } = options;
  const folder = options.folder ?? folderOf(path ?? UNNAMED);
  const origin: Origin | undefined =
    path === undefined && folder === '' ? undefined : { file: path ?? null, folder };
  const own = options.dotenv === false ? {} : projectVariables(files, folder, variables, problems);
  const all = { ...own, ...variables };
  const root = new Loader(files, all, problems).load(text, path ?? UNNAMED, origin);
  return root && { root, variables: all, files, problems };
}

/**
 * Files laid over each other, each over those before it, by the rules of the Compose Specification with `!reset` and
 * `!override`. Variables and project files are those of the first.
 * @throws DomainError COMPOSE_INVALID where two values cannot meet.
 */
export function merge(first: ComposeFile, ...later: readonly ComposeFile[]): ComposeFile {
  const problems = new Problems();
  for (const { problems: found } of [first, ...later]) problems.absorb(found);
  const merged = mergeFiles(first, later, problems);
  problems.throwIfAny();
  return merged;
}

/** As `merge`, but reports instead of throwing. */
export function mergeFiles(
  first: ComposeFile,
  later: readonly ComposeFile[],
  problems: Problems,
): ComposeFile {
  let root = withoutEdits(first.root, problems);
  for (const file of later) root = mergeTrees(root, file.root, [], problems);
  return { ...first, problems, root: root.kind === 'map' ? root : first.root };
}

function projectVariables(
  files: ProjectFiles,
  folder: string,
  variables: Variables,
  problems: Problems,
): Record<string, string> {
  const path = folder === '' ? '.env' : `${folder}/.env`;
  const text = files.get(path);
  if (text === undefined) return {};
  return readDotenv(text, problems, { variables, origin: { file: path, folder } });
}
