/** What a .dockerignore leaves out. */
export interface Ignore {
  /** True for a path that is left out. */
  excludes(path: string): boolean;
  /** True for a folder in which nothing can be wanted again by a later `!pattern`. */
  excludesAllOf(folder: string): boolean;
}

interface Pattern {
  wanted: boolean;
  match: RegExp;
  /** What it begins with, as far as no wildcard stands in it. */
  head: string;
}

/**
 * Reads a .dockerignore as the engine's own client does: the last pattern that matches a path, or a folder it lies in,
 * decides; `!` wants it again; `**` stands for any number of folders. Patterns begin at the top of the context.
 */
export function readIgnore(text: string): Ignore {
  const patterns = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => toPattern(line.trim()));
  const excludes = (path: string): boolean =>
    patterns.findLast(({ match }) => match.test(path))?.wanted === false;
  return {
    excludes,
    excludesAllOf: (folder) =>
      excludes(folder) &&
      !patterns.some(
        ({ wanted, head }) =>
          wanted && (`${head}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(head)),
      ),
  };
}

function toPattern(line: string): Pattern[] {
  const wanted = line.startsWith('!');
  const segments = cleanSegments(wanted ? line.slice(1).trim() : line);
  if (segments.length === 0) return [];
  const plain = segments.findIndex((segment) => /[*?[\\]/.test(segment));
  return [
    {
      wanted,
      match: new RegExp(`^${expressionOf(segments)}(?:/.*)?$`, 's'),
      head: segments.slice(0, plain < 0 ? segments.length : plain).join('/'),
    },
  ];
}

/** Without dots and doubled slashes; one that climbs out of the context matches nothing in it. */
function cleanSegments(pattern: string): string[] {
  const segments: string[] = [];
  for (const segment of pattern.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return [];
  }
  return segments;
}

function expressionOf(segments: readonly string[]): string {
  const last = segments.length - 1;
  return segments
    .map((segment, index) => {
      if (segment === '**') return index === last ? '.*' : '(?:.*/)?';
      return segmentExpression(segment) + (index === last ? '' : '/');
    })
    .join('');
}

/** One folder's or file's name: `*`, `?`, `[a-z]`, `[^a]`, `\` before a character that is meant as it is. */
function segmentExpression(segment: string): string {
  return segment.replace(/\[(\^?)([^\]]+)\]|\\(.)|\*+|\?|[.+^${}()|[\]\\]/gs, (found, not, set, literal) => {
    if (set !== undefined) return `[${not}${set.replace(/[\\\]^]/g, '\\$&')}]`;
    if (literal !== undefined) return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (found.startsWith('*')) return '[^/]*';
    return found === '?' ? '[^/]' : `\\${found}`;
  });
}
