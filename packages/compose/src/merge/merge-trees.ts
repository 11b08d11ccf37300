import type { Problems } from '../yaml/problems';
import { type Entry, isNull, type ListNode, type MapNode, type TreeNode } from '../yaml/tree';
import { buildAsMap, dependenciesAsMap, namesAsMap, pairsAsMap, textAsList } from './forms';
import { portIdentity, targetIdentity } from './identity';
import { type Rule, ruleFor } from './rules';

type Path = readonly string[];
type Form = (node: TreeNode) => MapNode | null;

/** Rules under which two spellings become maps before they are merged. */
const FORMS: Partial<Record<Rule, Form>> = {
  pairs: (node) => pairsAsMap(node),
  hosts: (node) => pairsAsMap(node, /[:=]/),
  names: namesAsMap,
  dependencies: dependenciesAsMap,
  build: buildAsMap,
};

/**
 * A later file over an earlier one, by the rules of the Compose Specification, `!reset` and `!override` obeyed.
 * Neither tree is changed. Kinds that cannot meet are reported at the later value, which then counts.
 * @param path keys down to the two nodes; empty for whole files.
 */
export function mergeTrees(base: TreeNode, over: TreeNode, path: Path, problems: Problems): TreeNode {
  if (over.edit === 'override') return withoutEdits(over, problems);
  const rule = ruleFor(path);
  if (rule === 'replace') return withoutEdits(over, problems);
  if (isNull(over)) return base.kind === 'scalar' ? over : base;
  if (isNull(base)) return withoutEdits(over, problems);
  if (rule === 'limit' && (base.kind !== 'map' || over.kind !== 'map')) return withoutEdits(over, problems);
  const form = FORMS[rule];
  const [left, right] = form ? [form(base) ?? base, form(over) ?? over] : [base, over];
  if (left.kind === 'map' && right.kind === 'map') {
    if (rule === 'driver' && otherDriver(left, right)) return withoutEdits(right, problems);
    return mergeMaps(left, right, path, problems);
  }
  return mergeOthers(left, right, rule, path, problems);
}

/** A tree as it stands alone: what `!reset` marks is gone, `!override` means nothing more. */
export function withoutEdits(node: TreeNode, problems: Problems): TreeNode {
  const { edit: _done, ...plain } = node;
  if (plain.kind === 'scalar') return plain;
  if (plain.kind === 'list') {
    const items = plain.items.filter((item) => item.edit !== 'reset');
    for (const item of plain.items)
      if (item.edit === 'reset')
        problems.error(
          item,
          '"!reset" stands before the value of a key, not in a list. Reset the whole list.',
        );
    return { ...plain, items: items.map((item) => withoutEdits(item, problems)) };
  }
  const entries = plain.entries.filter(({ value }) => value.edit !== 'reset');
  return { ...plain, entries: entries.map((entry) => alone(entry, problems)) };
}

function mergeMaps(base: MapNode, over: MapNode, path: Path, problems: Problems): MapNode {
  const entries = new Map(base.entries.map((entry) => [entry.key, entry]));
  for (const entry of over.entries) {
    const earlier = entries.get(entry.key);
    if (entry.value.edit === 'reset') entries.delete(entry.key);
    else if (!earlier) entries.set(entry.key, alone(entry, problems));
    else {
      const value = mergeTrees(earlier.value, entry.value, [...path, entry.key], problems);
      entries.set(entry.key, { ...entry, value });
    }
  }
  return { ...over, entries: [...entries.values()] };
}

function mergeOthers(base: TreeNode, over: TreeNode, rule: Rule, path: Path, problems: Problems): TreeNode {
  const lists = rule === 'texts' || rule === 'appended';
  const [left, right] = lists ? [textAsList(base) ?? base, textAsList(over) ?? over] : [base, over];
  if (left.kind === 'list' && right.kind === 'list') {
    const later = withoutEdits(right, problems);
    return later.kind === 'list' ? mergeLists(left, later, rule, path) : later;
  }
  if (left.kind !== right.kind) {
    const [is, was] = [words(right), words(left)];
    const name = path.join('.');
    problems.error(over, `"${name}" is ${is} here and ${was} in what it overrides. Write the same kind.`);
  }
  return withoutEdits(right, problems);
}

/** A later entry takes the place of the earlier one that is the same. */
function mergeLists(base: ListNode, over: ListNode, rule: Rule, path: Path): ListNode {
  const both = [...base.items, ...over.items];
  if (rule === 'merge' || rule === 'appended') return { ...over, items: both };
  const identity = (item: TreeNode): string => {
    if (rule === 'ports') return portIdentity(item);
    if (rule === 'targets') return targetIdentity(item, path.at(-1) ?? '');
    return item.kind === 'scalar' ? item.text : `${item.path}:${item.line}`;
  };
  return { ...over, items: [...new Map(both.map((item) => [identity(item), item])).values()] };
}

function otherDriver(base: MapNode, over: MapNode): boolean {
  const driver = (map: MapNode) => map.entries.find(({ key }) => key === 'driver')?.value;
  const [before, after] = [driver(base), driver(over)];
  return before?.kind === 'scalar' && after?.kind === 'scalar' && before.text !== after.text;
}

function alone(entry: Entry, problems: Problems): Entry {
  return { ...entry, value: withoutEdits(entry.value, problems) };
}

function words({ kind }: TreeNode): string {
  if (kind === 'scalar') return 'a text';
  return kind === 'list' ? 'a list' : 'a map';
}
