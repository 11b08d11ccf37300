import type { StackChange, StackPart, VariableChange } from '@jalon/contracts';
import { canonicalJson } from '@jalon/reconciler';
import { checkCompose } from './check-compose';
import { compareFiles } from './compare-files';
import type { StackSource } from './stack-source';

const OTHER: StackChange = { part: 'OTHER', name: '', change: 'CHANGED' };

/**
 * What differs between two stacks, by name: services, volumes and networks, then the project's own files. Both are read
 * without any variable, so that no value counts. What is in no named part, or cannot be told because a Compose file is not
 * readable, is OTHER; a comment in it is nothing. Pure.
 */
export function compareStacks(before: StackSource, after: StackSource): StackChange[] {
  const files = compareFiles(before.files, after.files).map(
    ({ path, change }): StackChange => ({ part: 'FILE', name: path, change }),
  );
  if (before.composeText === after.composeText && files.length === 0) return [];
  const parts = compareTexts(before, after);
  // Read with other files, something unnamed may differ: the files say so.
  return before.composeText === after.composeText
    ? [...parts.filter(({ part }) => part !== 'OTHER'), ...files]
    : [...parts, ...files];
}

function compareTexts(before: StackSource, after: StackSource): StackChange[] {
  const [from, to] = [before, after].map((source) => checkCompose(source, {}).stack);
  if (!from || !to) return [OTHER];
  const named = [
    ...compareParts('SERVICE', from.services, to.services),
    ...compareParts('VOLUME', from.volumes, to.volumes),
    ...compareParts('NETWORK', from.networks, to.networks),
  ];
  if (named.length > 0) return named;
  // Every variable reads as the same: which one is referred to is seen in the text alone.
  const isOther =
    canonicalJson(from) !== canonicalJson(to) ||
    referencesIn(before.composeText) !== referencesIn(after.composeText);
  return isOther ? [OTHER] : [];
}

function compareParts(
  part: StackPart,
  from: Record<string, unknown>,
  to: Record<string, unknown>,
): StackChange[] {
  const before = new Map(Object.entries(from));
  const after = new Map(Object.entries(to));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const change = changeOf(before.get(name), after.get(name));
    return change ? [{ part, name, change }] : [];
  });
}

function changeOf(before: unknown, after: unknown): VariableChange | null {
  if (before === undefined) return 'ADDED';
  if (after === undefined) return 'REMOVED';
  return canonicalJson(before) === canonicalJson(after) ? null : 'CHANGED';
}

const REFERENCE = /\$\{?[A-Za-z_][^}\s"']*\}?/g;

function referencesIn(text: string): string {
  return (text.match(REFERENCE) ?? []).join('\n');
}
