import type { Place, Problems } from '../yaml/problems';

/**
 * The files that belong to a project: path from its root (`config/app.env`, no leading `./`) → text. Whoever reads
 * them from a disk or a repository leaves out links, whose target may lie elsewhere.
 */
export type ProjectFiles = ReadonlyMap<string, string>;

export const NO_FILES: ProjectFiles = new Map();

export type ResolvedPath = { ok: true; path: string } | { ok: false; reason: string };

/** Where a path of a file leads within the project; what leads out of it is named, whatever way it takes. */
export function resolvePath(folder: string, path: string): ResolvedPath {
  const way = wayOut(path);
  if (way !== null) return { ok: false, reason: way };
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined)
      return { ok: false, reason: 'it leads out of the project with ".."' };
  }
  return { ok: true, path: segments.join('/') };
}

/** The text of a file that a value names; null after saying why there is none. */
export function readProjectFile(
  files: ProjectFiles,
  place: Place,
  path: string,
  problems: Problems,
): { path: string; text: string } | null {
  const resolved = resolvePath(place.origin?.folder ?? '', path);
  if (!resolved.ok) {
    problems.error(
      place,
      `"${shorten(path)}" cannot be read: ${resolved.reason}. Name a file of this project.`,
    );
    return null;
  }
  const text = files.get(resolved.path);
  if (text !== undefined) return { path: resolved.path, text };
  problems.error(
    place,
    `"${shorten(path)}" is no file of this project${files.size === 0 ? ', which has none' : ''}. ${ADVICE}`,
  );
  return null;
}

const ADVICE = 'Add the file to the project, or write what it says into this file.';

/** The folder that a path of the project lies in. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function wayOut(path: string): string | null {
  if (path.trim() === '') return 'no name is written';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name may hold them only to deceive.
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'its name holds a control character';
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'it is an address, not a file';
  if (/^[^/]+@[^/]+:/.test(path)) return 'it is a repository, not a file';
  if (/^[a-z]:/i.test(path) || path.includes('\\')) return 'it is a path of another system';
  if (path.startsWith('/')) return 'it is a path of the host';
  if (path.startsWith('~')) return 'it is somebody’s home folder';
  return null;
}

function shorten(path: string): string {
  return path.length > 80 ? `${path.slice(0, 80)}…` : path;
}
