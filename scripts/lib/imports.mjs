const STATEMENT =
  /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?([\w*{}\s,$]*?)\s*(?:from\s*)?['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/**
 * The imports of a TypeScript text: {specifier, typeOnly, line}. An import of which every name is marked
 * `type` counts as type-only.
 */
export function importsOf(text) {
  const code = withoutComments(text);
  const lineAt = (index) => code.slice(0, index).split('\n').length;
  const found = [];
  for (const match of code.matchAll(STATEMENT)) {
    const [whole, type, names = '', specifier] = match;
    const typeOnly = Boolean(type) || onlyTypeNames(names);
    found.push({ specifier, typeOnly, line: lineAt(match.index + whole.length) });
  }
  for (const match of code.matchAll(DYNAMIC)) {
    // `import('x').Thing` in a type is erased as well, but a call cannot be told from it: it counts as a value.
    found.push({ specifier: match[1], typeOnly: false, line: lineAt(match.index) });
  }
  return found;
}

function onlyTypeNames(names) {
  const braces = names.match(/^\s*\{([^}]*)\}\s*$/);
  if (!braces) return false;
  const parts = braces[1]
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

/** Comments become blanks, so that lines keep their numbers. */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}
