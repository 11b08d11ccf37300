import type { OnStep, StepUpdate } from '../execute/step-reporter';

/** Keeps what an execution reports, for a test to look at. */
export class TestJournal {
  readonly entries: { key: string; update: StepUpdate }[] = [];

  readonly onStep: OnStep = (key, update) => {
    this.entries.push({ key, update });
  };

  /** Statuses that one step went through. */
  statusesOf(key: string): string[] {
    return this.entries.filter((entry) => entry.key === key).map((entry) => entry.update.status);
  }

  /** Last status of each step. */
  last(): Record<string, string> {
    return Object.fromEntries(this.entries.map(({ key, update }) => [key, update.status]));
  }
}
