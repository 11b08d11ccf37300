/** What is not as it should be, by kind: the first three are what a crash must never leave. */
export type FindingKind =
  | 'duplicate'
  | 'orphan'
  | 'temporary-name'
  | 'missing'
  | 'wrong'
  | 'volume-lost'
  | 'journal'
  | 'lease'
  | 'verdict'
  | 'not-converged';

export interface Finding {
  kind: FindingKind;
  what: string;
}
