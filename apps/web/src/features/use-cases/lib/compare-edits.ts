/** A field that somebody else changed while it was open here. */
export interface FieldChange<Name extends string = string> {
  field: Name;
  /** What it was when the form was opened. */
  was: unknown;
  theirs: unknown;
  yours: unknown;
}

export interface EditComparison<Name extends string = string> {
  /** Changed by them alone: their value is taken. */
  taken: FieldChange<Name>[];
  /** Changed on both sides, and not to the same: somebody must choose. */
  conflicts: FieldChange<Name>[];
}

/** Where two edits of one version meet, field by field; what was typed in vain (the same on both sides) is neither. */
export function compareEdits<Name extends string>(
  fields: readonly Name[],
  was: Partial<Record<Name, unknown>>,
  theirs: Partial<Record<Name, unknown>>,
  yours: Partial<Record<Name, unknown>>,
): EditComparison<Name> {
  const comparison: EditComparison<Name> = { taken: [], conflicts: [] };
  for (const field of fields) {
    const change = { field, was: was[field], theirs: theirs[field], yours: yours[field] };
    if (sameValue(change.was, change.theirs) || sameValue(change.theirs, change.yours)) continue;
    (sameValue(change.was, change.yours) ? comparison.taken : comparison.conflicts).push(change);
  }
  return comparison;
}

/** Both texts, theirs first, to be made one by hand; one that contains the other is both already. */
export function joinTexts(theirs: string, yours: string): string {
  if (theirs.includes(yours.trim())) return theirs;
  if (yours.includes(theirs.trim())) return yours;
  return `${theirs.trimEnd()}\n\n${yours.trimStart()}`;
}

/** Texts, figures, lists of words: an empty text and none are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
}
