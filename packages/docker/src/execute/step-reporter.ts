import type { DomainError, StepStatus } from '@jalon/contracts';
import type { StepProgress } from './execution';

/** What the journal is told about one operation. */
export interface StepUpdate {
  status: Exclude<StepStatus, 'PENDING'>;
  /** 0 to 1; null: not known. */
  progress: number | null;
  /** Text to append to the step's log; '' for none. */
  log: string;
  error: DomainError | null;
}

/** Writes one update of one step. What it throws (a lost lease) stops the whole execution. */
export type OnStep = (key: string, update: StepUpdate) => Promise<void> | void;

/**
 * Hands the updates of one step to the journal in order and one at a time. While one is being written, progress is kept
 * back and log text collected, so that a chatty build costs the journal no more than it can take.
 */
export class StepReporter {
  private writing: Promise<void> | null = null;
  private progress: number | null = null;
  private log = '';
  private changed = false;

  constructor(
    private readonly key: string,
    private readonly onStep: OnStep,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(): Promise<void> {
    return this.write('RUNNING', null);
  }

  report({ progress, log }: StepProgress): void {
    if (progress !== undefined) this.progress = Math.min(Math.max(progress, 0), 1);
    if (log !== undefined) this.log += log;
    this.changed = true;
    if (this.writing) return;
    this.writing = this.drain();
  }

  /** The last update; resolves when it is written. */
  async finish(status: StepUpdate['status'], error: DomainError | null): Promise<void> {
    await this.writing;
    await this.write(status, error);
  }

  private async drain(): Promise<void> {
    try {
      while (this.changed) await this.write('RUNNING', null);
    } catch (error) {
      this.onFailure(error);
    } finally {
      this.writing = null;
    }
  }

  private async write(status: StepUpdate['status'], error: DomainError | null): Promise<void> {
    const log = this.log;
    this.log = '';
    this.changed = false;
    await this.onStep(this.key, { status, progress: this.progress, log, error });
  }
}
