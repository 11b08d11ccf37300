import type { UseCasePatch, UseCaseStatus } from '@jalon/contracts';

/** A use case as far as a patch can change it. */
export interface PatchedRow {
  ownerId: string;
  contributorIds: string[];
  businessUnit: string;
  /** Empty for none. */
  initiative: string;
  sponsor: string;
  feasibility: number;
  risk: number;
  tags: string[];
  status: UseCaseStatus;
}

export type PatchChanges = {
  [Field in keyof PatchedRow]?: { from: PatchedRow[Field]; to: PatchedRow[Field] };
};

function tagsOf(before: readonly string[], { tags, addTags = [], removeTags = [] }: UseCasePatch): string[] {
  const kept = tags ?? [...before, ...addTags].filter((tag) => !removeTags.includes(tag));
  return [...new Set(kept)];
}

/** What a patch changes of a use case that is open: pure. What it has already is not among the changes. */
export function applyPatch(before: PatchedRow, patch: UseCasePatch): PatchChanges {
  const { businessUnit, initiative, ownerId, sponsor, feasibility, risk, turn } = patch;
  const sameUnit = businessUnit?.toLowerCase() === before.businessUnit.toLowerCase();
  const sameInitiative = initiative?.toLowerCase() === before.initiative.toLowerCase();
  const touchesTags = patch.tags ?? patch.addTags ?? patch.removeTags;
  const wanted: Partial<PatchedRow> = {
    ownerId,
    // Who owns it does not contribute to it as well.
    contributorIds: ownerId ? before.contributorIds.filter((id) => id !== ownerId) : undefined,
    businessUnit: sameUnit ? undefined : businessUnit,
    initiative: sameInitiative ? undefined : initiative,
    sponsor,
    feasibility,
    risk,
    tags: touchesTags ? tagsOf(before.tags, patch) : undefined,
    status: turn ? (turn.action === 'HOLD' ? 'ON_HOLD' : 'ACTIVE') : undefined,
  };
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const [field, to] of Object.entries(wanted)) {
    const from = before[field as keyof PatchedRow];
    if (to !== undefined && JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to };
  }
  return changes as PatchChanges;
}
