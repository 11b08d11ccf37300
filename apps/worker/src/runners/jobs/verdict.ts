import type { FinishRunInput } from '@jalon/core/run-progress';
import type { JobOutcome } from '@jalon/docker';

export type Verdict = Pick<FinishRunInput, 'status' | 'exitCode' | 'errorMessage' | 'result'>;

/** What a finished job amounts to: its exit code decides, its own words explain. Pure. */
export function verdictOf(outcome: JobOutcome): Verdict {
  const result = asObject(outcome.result);
  const { exitCode } = outcome;
  if (exitCode === 0) return { status: 'SUCCEEDED', exitCode, errorMessage: null, result };
  const own = asObject(result?.error)?.message;
  return { status: 'FAILED', exitCode, errorMessage: ownOrPlain(own, outcome), result };
}

function ownOrPlain(own: unknown, { exitCode, outOfMemory }: JobOutcome): string {
  if (typeof own === 'string' && own !== '') return own;
  if (outOfMemory) return 'The job needed more memory than its limit. Raise its limit, or give it less data.';
  return `The job ended with exit code ${exitCode}. The last lines of its log say why.`;
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
