import type { RunSummary } from '@jalon/contracts';
import type { Prisma } from '@jalon/db';
import { readRunResult } from './read-result';

/** Columns of a run in a list. */
export const RUN_SUMMARY = {
  id: true,
  number: true,
  environmentId: true,
  service: true,
  job: true,
  status: true,
  trigger: true,
  requestedById: true,
  result: true,
  errorMessage: true,
  cancelRequestedAt: true,
  queuedAt: true,
  startedAt: true,
  finishedAt: true,
  environment: { select: { slug: true } },
} as const satisfies Prisma.RunSelect;

type RunSummaryRow = Prisma.RunGetPayload<{ select: typeof RUN_SUMMARY }>;

/** A row as the contract says it. */
export function toRunSummary(row: RunSummaryRow, names: Map<string, string>): RunSummary {
  const { requestedById, result, environment, ...rest } = row;
  return {
    ...rest,
    environment: environment.slug,
    requestedBy: requestedById ? (names.get(requestedById) ?? null) : null,
    summary: readRunResult(result)?.summary ?? null,
  };
}
