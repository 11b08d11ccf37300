import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { DomainError } from '@jalon/contracts';

/** Where contexts lie on this machine. */
export interface ContextRoots {
  /** Folder that holds `docker/` and `samples/`. */
  contentDir: string;
  /** Folder of the project whose `project://` contexts may be built; absent: none may. */
  projectDir?: string;
}

const SEGMENT = /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;
const PROJECT = 'project://';

/** True for a context that Jalon brings along. */
export function isOwnContext(text: string): boolean {
  return text.startsWith('jalon://');
}

/** True for a folder of the project's own: `project://` is all of it, `project://api` a folder in it. */
export function isProjectContext(text: string): boolean {
  return text.startsWith(PROJECT);
}

/**
 * `jalon://model-template`, `jalon://catalog/<id>` or `jalon://samples/<path>` → its folder below `contentDir`;
 * `project://<path>` → its folder below `projectDir`.
 * Throws VALIDATION for any other address, NOT_FOUND when the folder is missing or lies elsewhere behind a link.
 */
export async function contextFolder(
  { contentDir, projectDir }: ContextRoots,
  context: string,
): Promise<string> {
  if (isProjectContext(context) && projectDir !== undefined) {
    const path = context.slice(PROJECT.length);
    return folderWithin(projectDir, path, `The build context “${path || '.'}” is no folder of this project.`);
  }
  const segments = context.slice('jalon://'.length).split('/');
  const [area = '', ...rest] = segments;
  const parents: Record<string, string | undefined> = {
    'model-template': 'docker',
    catalog: 'docker',
    samples: '.',
  };
  const parent = parents[area];
  const complete = area === 'model-template' ? rest.length === 0 : rest.length > 0;
  if (
    !isOwnContext(context) ||
    parent === undefined ||
    !complete ||
    !segments.every((name) => SEGMENT.test(name))
  ) {
    throw new DomainError(
      'VALIDATION',
      `“${context}” is not a build context. Use jalon://model-template, jalon://catalog/<technology> or jalon://samples/<path>.`,
      [{ path: 'build.context', message: `${context} is not a known address` }],
    );
  }
  const missing = `The build context ${context} is not part of this installation.`;
  return folderWithin(contentDir, join(parent, ...segments), missing);
}

/** Name for images built from a context that no service owns: `model-template`, `catalog-grafana`. */
export function contextSlug(context: string): string {
  return context.slice('jalon://'.length).replaceAll('/', '-').toLowerCase();
}

/** The folder itself counts as within; whatever way a path takes, where it leads decides. */
async function folderWithin(parent: string, path: string, missing: string): Promise<string> {
  try {
    const root = await realpath(parent);
    const folder = await realpath(join(root, path));
    const isWithin = folder === root || folder.startsWith(root === sep ? sep : root + sep);
    if (isWithin && (await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')))
      throw error;
  }
  throw new DomainError('NOT_FOUND', missing, [{ path: 'build.context', message: missing }]);
}
