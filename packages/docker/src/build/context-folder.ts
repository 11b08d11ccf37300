import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { DomainError } from '@jalon/contracts';

const SEGMENT = /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;

/** True for a context that Jalon brings along. */
export function isOwnContext(text: string): boolean {
  return text.startsWith('jalon://');
}

/**
 * `jalon://model-template`, `jalon://catalog/<id>` or `jalon://samples/<path>` → its folder below `contentDir`.
 * Throws VALIDATION for any other address, NOT_FOUND when the folder is missing or lies elsewhere behind a link.
 */
export async function contextFolder(contentDir: string, context: string): Promise<string> {
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
  return withinContent(contentDir, join(parent, ...segments), context);
}

/** Name for images built from a context that no service owns: `model-template`, `catalog-grafana`. */
export function contextSlug(context: string): string {
  return context.slice('jalon://'.length).replaceAll('/', '-').toLowerCase();
}

async function withinContent(contentDir: string, path: string, context: string): Promise<string> {
  try {
    const root = await realpath(contentDir);
    const folder = await realpath(join(root, path));
    if (folder.startsWith(root + sep)) return folder;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  throw new DomainError('NOT_FOUND', `The build context ${context} is not part of this installation.`, [
    { path: 'build.context', message: `${context} was not found` },
  ]);
}
