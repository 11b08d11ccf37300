import type { DesiredService, ObservedContainer, PartChange } from '@jalon/contracts';
import { changedParts } from '../desired/config-hash';
import { isShown } from '../desired/facts';

/**
 * What a new container has otherwise than the one that is there, part by part, sorted by name. Values are shown where both
 * sides' may be; a container that was made before it carried its values gives names alone. Pure.
 */
export function partChanges(
  before: Pick<ObservedContainer, 'parts' | 'facts'>,
  after: Pick<DesiredService, 'parts' | 'facts'>,
): PartChange[] {
  // Nothing is known of its parts: everything would look new.
  if (Object.keys(before.parts).length === 0) return [];
  return changedParts(before.parts, after.parts).map((part): PartChange => {
    const was = Object.hasOwn(before.parts, part);
    const is = Object.hasOwn(after.parts, part);
    return {
      part,
      change: was && is ? 'CHANGED' : is ? 'ADDED' : 'REMOVED',
      before: was ? shown(before.facts, part) : null,
      after: is ? shown(after.facts, part) : null,
    };
  });
}

/** Empty for what was not set; null for what is not known, or not to be shown. */
function shown(facts: Readonly<Record<string, string>> | undefined, part: string): string | null {
  if (!facts || !isShown(part)) return null;
  return Object.hasOwn(facts, part) ? (facts[part] ?? '') : '';
}
