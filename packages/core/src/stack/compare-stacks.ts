import type { StackChange, StackPart, VariableChange } from '@jalon/contracts';
import { canonicalJson } from '@jalon/reconciler';
import { checkCompose } from './check-compose';

const OTHER: StackChange = { part: 'OTHER', name: '', change: 'CHANGED' };

/**
 * What differs between two Compose files, by name. Both are read without any variable, so that no value counts. What is
 * in no named part, or cannot be told because a file is not readable, is OTHER; a comment is nothing. Pure.
 */
export function compareStacks(before: string, after: string): StackChange[] {
  if (before === after) return [];
  const [from, to] = [before, after].map((text) => checkCompose(text, {}).stack);
  if (!from || !to) return [OTHER];
  const named = [
    ...compareParts('SERVICE', from.services, to.services),
    ...compareParts('VOLUME', from.volumes, to.volumes),
    ...compareParts('NETWORK', from.networks, to.networks),
  ];
  if (named.length > 0) return named;
  // Every variable reads as the same: which one is referred to is seen in the text alone.
  const isOther = canonicalJson(from) !== canonicalJson(to) || referencesIn(before) !== referencesIn(after);
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
