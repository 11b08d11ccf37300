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
  | 'not-converged'
  /** A fault of the engine's own that no call mends: written down, and not held against the worker. */
  | 'engine';

export interface Finding {
  kind: FindingKind;
  what: string;
}

/** Whether it is held against the worker. */
export const isOurs = ({ kind }: Finding): boolean => kind !== 'engine';
