import type { Io } from '../io';
import type { Given } from './given';
import type { OptionTable } from './options';

/** One command: what its help says, what it takes, and what it does. */
export interface Command {
  name: string;
  /** One line, for the list of commands. */
  summary: string;
  /** What stands after the command's name. */
  usage: string;
  /** Further lines of the help. */
  notes?: readonly string[];
  options: OptionTable;
  /** Whether anything may stand beside the options. Default: true. */
  takesWords?: boolean;
  /** The exit code; throws UsageError and DomainErrors, which `run` prints. */
  run(io: Io, given: Given): Promise<number>;
}
