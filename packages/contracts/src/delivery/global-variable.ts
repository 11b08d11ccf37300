import { z } from 'zod';
import { type ScopedValue, type VariableScope, variableNameSchema } from './variable';

/** Names one of everybody's variables. */
export const globalVariableRef = z.object({ name: variableNameSchema });
export type GlobalVariableRef = z.infer<typeof globalVariableRef>;

/** Where everybody's variable of one name counts, in figures. */
export interface GlobalUseFigures {
  /** Environments where it is the value that counts, and the projects that they are of. */
  environments: number;
  projects: number;
  /** Environments where a nearer scope has a variable of this name, which counts instead. */
  overridden: number;
  /** Of those where it counts, the environments with a revision: a change shows there as not yet deployed. */
  deployed: number;
}

/** One of everybody's variables, as an admin sees it; a secret's value is always null. */
export interface GlobalVariable extends Pick<ScopedValue, 'secret' | 'value' | 'updatedAt'> {
  name: string;
  use: GlobalUseFigures;
}

/** What everybody's variable of one name is to one environment. */
export interface GlobalUsePlace {
  environmentId: string;
  environment: string;
  project: { slug: string; name: string };
  /** True: it has a revision, made with what counted then. */
  deployed: boolean;
  /** The nearer scope that has a variable of this name; null: everybody's counts. */
  overriddenBy: VariableScope | null;
  /** Services that have one of their own there, beside what counts for the others. */
  services: string[];
}

/** How many places `GlobalUse` names. */
export const GLOBAL_USE_PLACES = 100;

export interface GlobalUse extends GlobalUseFigures {
  /** At most `GLOBAL_USE_PLACES`: those that a change shows in first, then the others where it counts, then the rest. */
  places: GlobalUsePlace[];
}
