import type { JsonValue } from '@jalon/contracts';
import type { Place } from './problems';

/**
 * A YAML file with anchors resolved, merge keys merged and variables replaced, where each node knows its place.
 * The readers of services work on this and on nothing else.
 */
export type TreeNode = MapNode | ListNode | ScalarNode;

export type Edit = 'reset' | 'override';

interface Editable extends Place {
  /** `!reset` and `!override`: what a later file does to this value of an earlier one, instead of merging. */
  edit?: Edit;
}

export interface MapNode extends Editable {
  kind: 'map';
  entries: Entry[];
}

export interface Entry {
  key: string;
  /** Place of the key itself. */
  at: Place;
  value: TreeNode;
}

export interface ListNode extends Editable {
  kind: 'list';
  items: TreeNode[];
}

export interface ScalarNode extends Editable {
  kind: 'scalar';
  value: string | number | boolean | null;
  /** As written in the file (after variables), so that `1.10` stays `1.10`; empty for null. */
  text: string;
}

/** The value under a key of a map; undefined when the key is absent. */
export function entryOf(map: MapNode, key: string): TreeNode | undefined {
  return map.entries.find((entry) => entry.key === key)?.value;
}

/** True for a key with nothing after the colon, or `null`. */
export function isNull(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** A map with one entry more, or another value under a key that it has. */
export function withEntry(map: MapNode, entry: Entry): MapNode {
  const index = map.entries.findIndex(({ key }) => key === entry.key);
  if (index < 0) return { ...map, entries: [...map.entries, entry] };
  return { ...map, entries: map.entries.with(index, entry) };
}

export function withoutEntry(map: MapNode, key: string): MapNode {
  return { ...map, entries: map.entries.filter((entry) => entry.key !== key) };
}

/** Nodes in a tree, as far as `limit`: a shared part counts each time it is reached. */
export function countNodes(root: TreeNode, limit: number): number {
  const open: TreeNode[] = [root];
  let count = 0;
  for (let node = open.pop(); node && count < limit; node = open.pop()) {
    count += 1;
    if (node.kind === 'list') for (const item of node.items) open.push(item);
    if (node.kind === 'map') for (const { value } of node.entries) open.push(value);
  }
  return count;
}

/** A tree as plain data, for what is carried through without being read. */
export function toJson(node: TreeNode): JsonValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toJson);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, toJson(value)]));
}
