import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from '../yaml/tree';

/** Short forms as long ones, so that the same thing written in two ways can be merged. Null: it is neither. */

/** `[A=b, C]` as `{A: b, C: }`. */
export function pairsAsMap(node: TreeNode, separator = /=/): MapNode | null {
  return asMap(node, (item) => {
    const at = separator.exec(item.text)?.index ?? -1;
    if (at < 0) return { key: item.text, value: empty(item) };
    return { key: item.text.slice(0, at), value: text(item, item.text.slice(at + 1)) };
  });
}

/** `[a, b]` as `{a: , b: }`. */
export function namesAsMap(node: TreeNode): MapNode | null {
  return asMap(node, (item) => ({ key: item.text, value: empty(item) }));
}

/** `[a]` as `{a: {condition: service_started}}`. */
export function dependenciesAsMap(node: TreeNode): MapNode | null {
  return asMap(node, (item) => ({
    key: item.text,
    value: mapOf(item, [{ key: 'condition', at: item, value: text(item, 'service_started') }]),
  }));
}

/** A build context alone as `{context: …}`. */
export function buildAsMap(node: TreeNode): MapNode | null {
  if (node.kind === 'map') return node;
  if (node.kind === 'list' || node.value === null) return null;
  return mapOf(node, [{ key: 'context', at: node, value: node }]);
}

/** One text as a list of one. */
export function textAsList(node: TreeNode): ListNode | null {
  if (node.kind === 'list') return node;
  if (node.kind === 'map' || node.value === null) return null;
  const { path, line, column, origin } = node;
  return { path, line, column, ...(origin ? { origin } : {}), kind: 'list', items: [node] };
}

function asMap(
  node: TreeNode,
  entryOf: (item: ScalarNode) => { key: string; value: TreeNode },
): MapNode | null {
  if (node.kind === 'map') return node;
  if (node.kind !== 'list') return null;
  const entries: Entry[] = [];
  for (const item of node.items) {
    if (item.kind !== 'scalar' || item.value === null) return null;
    const { key, value } = entryOf(item);
    if (key === '__proto__') return null;
    const entry = { key, at: item, value };
    const earlier = entries.findIndex((other) => other.key === key);
    if (earlier < 0) entries.push(entry);
    else entries[earlier] = entry;
  }
  return mapOf(node, entries);
}

function mapOf(node: TreeNode, entries: Entry[]): MapNode {
  const { path, line, column, origin } = node;
  return { path, line, column, ...(origin ? { origin } : {}), kind: 'map', entries };
}

function text(item: ScalarNode, value: string): ScalarNode {
  return { ...item, value, text: value };
}

function empty(item: ScalarNode): ScalarNode {
  return { ...item, value: null, text: '' };
}
