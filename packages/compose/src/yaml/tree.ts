import type { Place } from './problems';

/**
 * A YAML file with anchors resolved, merge keys merged and variables replaced, where each node knows its place.
 * The readers of services work on this and on nothing else.
 */
export type TreeNode = MapNode | ListNode | ScalarNode;

export interface MapNode extends Place {
  kind: 'map';
  entries: Entry[];
}

export interface Entry {
  key: string;
  /** Place of the key itself. */
  at: Place;
  value: TreeNode;
}

export interface ListNode extends Place {
  kind: 'list';
  items: TreeNode[];
}

export interface ScalarNode extends Place {
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
