import { basename, dirname } from 'node:path';
import { type ComposeFile, merge, parse, parseStack } from '@jalon/compose';
import { type ErrorDetail, isDomainError, type StackModel } from '@jalon/contracts';
import type { Given } from '../args/given';
import { UsageError } from '../args/usage-error';
import type { Io } from '../io';
import { STANDARD_INPUT } from './find-files';
import { FileErrors, type Finding, type Spot } from './findings';
import { FolderFiles } from './folder-files';
import { ProjectLabels } from './project-labels';
import { readText } from './read-text';
import { readVariables } from './variables';

/** The files of a stack, read from a disk. */
export interface LocalStack {
  /** As the person called them. */
  files: string[];
  /** The folder of the first file: what the stack may read, mount and build is relative to it. */
  folder: string;
  /** `name` at the top of the file; null when there is none. */
  name: string | null;
  stack: StackModel;
  warnings: Finding[];
  /** Where each service begins. */
  places: ReadonlyMap<string, Spot>;
}

export interface ReadOptions {
  /** With some, only services of these profiles and those without one are kept. Default: all. */
  profiles?: readonly string[];
}

/**
 * Reads the files of one stack, each over those before it.
 * @param paths absolute, or `-`
 * @throws FileErrors; DomainError for a file that is not there; UsageError when standard input is named twice
 */
export async function readStack(
  io: Io,
  given: Given,
  paths: readonly string[],
  { profiles = [] }: ReadOptions = {},
): Promise<LocalStack> {
  const [first = STANDARD_INPUT, ...later] = paths;
  if (paths.filter((path) => path === STANDARD_INPUT).length > 1)
    throw new UsageError('Standard input (-) can be read once.');
  const folder = first === STANDARD_INPUT ? io.folder : dirname(first);
  const labels = new ProjectLabels(io.folder, folder);
  const files = new FolderFiles(folder);
  const open = async (path: string, key: string | undefined): Promise<string> => {
    const label = labels.add(key, path);
    return path === STANDARD_INPUT ? io.in.read() : readText(path, label);
  };
  const main = first === STANDARD_INPUT ? undefined : basename(first);
  const text = await open(first, main);
  const overrides: string[] = [];
  for (const [index, path] of later.entries()) {
    const key = labels.keyOf(path, index + 2);
    files.set(key, await open(path, key));
    overrides.push(key);
  }
  const toFinding = ({ file, line = 1, column = 1, path = '', message }: ErrorDetail): Finding => ({
    file: labels.of(file ?? main),
    line,
    column,
    path,
    message,
  });
  try {
    const variables = readVariables(io, given);
    const place = main === undefined ? {} : { path: main };
    const shared = { files, dotenv: given.texts('env-file').length === 0 };
    const options = {
      ...place,
      ...shared,
      overrides,
      folderBuilds: true,
      ...(profiles.length > 0 ? { profiles } : {}),
    };
    const { stack, warnings } = parseStack(text, variables, options);
    const upper = overrides.map((path) =>
      parse(files.get(path) ?? '', variables, { ...shared, path, folder: '' }),
    );
    const whole = merge(parse(text, variables, { ...place, ...shared }), ...upper);
    return {
      files: labels.named(),
      folder,
      name: nameOf(whole),
      stack,
      // Here the name of the file is the name of the project.
      warnings: warnings.filter(({ path }) => path !== 'name').map(toFinding),
      places: placesOf(whole, (file) => labels.of(file ?? main)),
    };
  } catch (error) {
    if (!isDomainError(error) || error.details.length === 0) throw error;
    throw new FileErrors(error.details.map(toFinding), labels.named());
  }
}

function nameOf({ root }: ComposeFile): string | null {
  const node = root.entries.find(({ key }) => key === 'name')?.value;
  return node?.kind === 'scalar' && node.value !== null ? node.text : null;
}

function placesOf({ root }: ComposeFile, labelOf: (file: string | undefined) => string): Map<string, Spot> {
  const services = root.entries.find(({ key }) => key === 'services')?.value;
  const entries = services?.kind === 'map' ? services.entries : [];
  return new Map(
    entries.map(({ key, at: { line, column, origin } }) => [
      key,
      { file: labelOf(origin?.file ?? undefined), line, column },
    ]),
  );
}
