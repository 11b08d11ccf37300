import { type ComposeFile, mergeFiles, readFile } from './compose-file';
import { folderOf, NO_FILES, type ProjectFiles, readProjectFile } from './files/project-files';
import { type NormalizeOptions, type ParsedStack, readStack } from './normalize';
import { Problems } from './yaml/problems';

export interface StackOptions extends NormalizeOptions {
  /** The project's own files, by path from its root. Default: none, and whatever names one is refused. */
  files?: ProjectFiles;
  /** Path of the text within the project; its folder is where relative paths begin. */
  path?: string;
  /** Files of the project that lie over the text, the last on top. */
  overrides?: readonly string[];
  /** As for `parse`. */
  dotenv?: boolean;
}

/**
 * Reads a Compose file into the long form that the reconciler takes: `parse`, `merge` and `normalize` in one, with what
 * each of them finds told at once.
 * @param text the file; @param variables values for `${…}`, by name.
 * @throws DomainError COMPOSE_INVALID with every error at once, each with path, line and column;
 *   VARIABLE_MISSING when all that is wrong is a required variable without a value.
 */
export function parseStack(
  text: string,
  variables: Readonly<Record<string, string>>,
  options: StackOptions = {},
): ParsedStack {
  const problems = new Problems();
  const { files = NO_FILES, path, overrides = [], dotenv = true } = options;
  const place = path === undefined ? {} : { path };
  const first = readFile(text, variables, { files, dotenv, ...place }, problems);
  const folder = folderOf(path ?? '');
  const later = overrides.map((name): ComposeFile | null => {
    const found = readProjectFile(files, { path: '', line: 1, column: 1 }, name, problems);
    return found && readFile(found.text, variables, { files, dotenv, path: found.path, folder }, problems);
  });
  const whole = first && later.every((file) => file !== null) ? mergeFiles(first, later, problems) : null;
  const stack = whole ? readStack(whole, options) : null;
  problems.throwIfAny();
  if (!stack) throw new Error('a file that cannot be read has told why');
  return { stack, warnings: problems.warnings };
}
