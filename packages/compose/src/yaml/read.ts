import { parseBytes } from '../units/bytes';
import { parseDuration } from '../units/duration';
import type { Problems } from './problems';
import { isNull, type ListNode, type MapNode, type ScalarNode, type TreeNode } from './tree';

/** Readers of single values: the value, or null after reporting what was expected instead. */

export function readMap(node: TreeNode, problems: Problems, expected: string): MapNode | null {
  if (node.kind === 'map') return node;
  problems.error(node, `Expected ${expected}.`);
  return null;
}

export function readList(node: TreeNode, problems: Problems, expected: string): ListNode | null {
  if (node.kind === 'list') return node;
  problems.error(node, `Expected ${expected}.`);
  return null;
}

/** Any single value as text: numbers and booleans as they are written. */
export function readText(node: TreeNode, problems: Problems): string | null {
  if (node.kind === 'scalar' && node.value !== null) return node.text;
  problems.error(node, `Expected a text${node.kind === 'scalar' ? '; nothing is written here' : ''}.`);
  return null;
}

/** A text, or a list of texts; used where Compose allows both. */
export function readTexts(node: TreeNode, problems: Problems): string[] {
  const nodes = node.kind === 'list' ? node.items : isNull(node) ? [] : [node];
  return nodes.map((item) => readText(item, problems)).filter((text) => text !== null);
}

export function readBoolean(node: TreeNode, problems: Problems): boolean | null {
  const text = scalarText(node)?.toLowerCase() ?? '';
  if (['true', 'yes', 'y', 'on'].includes(text)) return true;
  if (['false', 'no', 'n', 'off'].includes(text)) return false;
  problems.error(node, 'Expected true or false.');
  return null;
}

/** A whole number of at least `min`. */
export function readInteger(node: TreeNode, problems: Problems, min = 0): number | null {
  const text = scalarText(node);
  const value = text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min) return value;
  problems.error(node, `Expected a whole number of at least ${min}.`);
  return null;
}

/** A positive decimal number. */
export function readNumber(node: TreeNode, problems: Problems): number | null {
  const text = scalarText(node);
  const value = text !== null && /^\d{1,9}(\.\d{1,9})?$|^\.\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0) return value;
  problems.error(node, 'Expected a number above 0, such as 0.5.');
  return null;
}

/** Milliseconds. */
export function readDuration(node: TreeNode, problems: Problems): number | null {
  const milliseconds = parseDuration(scalarText(node) ?? '');
  if (milliseconds !== null) return milliseconds;
  problems.error(node, 'Expected a duration with its unit, such as 500ms, 30s or 1m30s.');
  return null;
}

/** Bytes. */
export function readBytes(node: TreeNode, problems: Problems): number | null {
  const bytes = parseBytes(scalarText(node) ?? '');
  if (bytes !== null) return bytes;
  problems.error(node, 'Expected a size, such as 512m or 2g.');
  return null;
}

export interface NamedValue {
  name: string;
  /** null: only the name is written. */
  value: string | null;
  at: TreeNode;
}

/** A list `NAME=value` or a map `NAME: value`, as pairs. */
export function readPairs(node: TreeNode, problems: Problems): NamedValue[] {
  if (isNull(node)) return [];
  if (node.kind === 'list') {
    return node.items.flatMap((item): NamedValue[] => {
      const text = readText(item, problems);
      if (text === null) return [];
      const equals = text.indexOf('=');
      if (equals < 0) return [{ name: text, value: null, at: item }];
      return [{ name: text.slice(0, equals), value: text.slice(equals + 1), at: item }];
    });
  }
  const map = readMap(node, problems, 'a list of "NAME=value" or a map "NAME: value"');
  return (map?.entries ?? []).flatMap(({ key, value }) => {
    if (value.kind === 'scalar')
      return [{ name: key, value: value.value === null ? null : value.text, at: value }];
    problems.error(value, `Expected a text for ${key}.`);
    return [];
  });
}

function scalarText(node: TreeNode): string | null {
  return node.kind === 'scalar' && node.value !== null ? (node as ScalarNode).text.trim() : null;
}
