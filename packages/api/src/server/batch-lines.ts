import type { LogBatch, LogLine } from '@jalon/contracts';

/** How often a batch leaves at most, milliseconds. */
const BEAT_MS = 150;
/** Lines of one batch; of what comes beyond within a beat the oldest are dropped and counted. */
const BATCH_LIMIT = 500;

/**
 * Gathers lines into batches, at most one a beat, so that a flood costs a browser a known amount. The source is always
 * read to the end of what it has: a slow reader loses lines, visibly, and holds nobody up.
 */
export async function* batchLines(
  source: AsyncIterable<LogLine | { dropped: number }>,
): AsyncGenerator<LogBatch> {
  const iterator = source[Symbol.asyncIterator]();
  let pending: LogBatch = { lines: [], dropped: 0 };
  let finished = false;
  let failure: unknown = null;
  let wake: () => void = () => undefined;

  const pump = async (): Promise<void> => {
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        pending = withEntry(pending, next.value);
        wake();
      }
    } catch (error) {
      failure = error;
    } finally {
      finished = true;
      wake();
    }
  };
  void pump();

  try {
    while (true) {
      if (isEmpty(pending) && !finished) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          // A line may have come between the look and the wait.
          if (!isEmpty(pending) || finished) resolve();
        });
      }
      if (!finished) await new Promise((resolve) => setTimeout(resolve, BEAT_MS));
      const batch = pending;
      pending = { lines: [], dropped: 0 };
      if (!isEmpty(batch)) yield batch;
      if (finished && isEmpty(pending)) break;
    }
    if (failure) throw failure;
  } finally {
    await iterator.return?.();
  }
}

function isEmpty(batch: LogBatch): boolean {
  return batch.lines.length === 0 && batch.dropped === 0;
}

/** Adds in place: a flood must not copy the batch for each of its lines. */
function withEntry(batch: LogBatch, entry: LogLine | { dropped: number }): LogBatch {
  if ('dropped' in entry) {
    batch.dropped += entry.dropped;
    return batch;
  }
  batch.lines.push(entry);
  if (batch.lines.length <= 2 * BATCH_LIMIT) return batch;
  batch.dropped += batch.lines.length - BATCH_LIMIT;
  batch.lines = batch.lines.slice(-BATCH_LIMIT);
  return batch;
}
