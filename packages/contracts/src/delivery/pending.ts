import type { VariableChange } from './revision';

/** Parts of a Compose file that a change is named by. */
export const STACK_PARTS = ['SERVICE', 'VOLUME', 'NETWORK', 'FILE', 'OTHER'] as const;
export type StackPart = (typeof STACK_PARTS)[number];

export interface StackChange {
  part: StackPart;
  /** Name in the file, or path of a file of the project; empty for OTHER: something that is no service, volume or network, or a file nobody can read. */
  name: string;
  change: VariableChange;
}

/** What an environment would get by deploying the saved file, by name. */
export interface PendingChanges {
  /** The revision that it stands on; null: nothing is deployed, and so nothing is pending. */
  revision: number | null;
  file: StackChange[];
  variables: { name: string; change: VariableChange }[];
  count: number;
}
