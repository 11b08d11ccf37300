import type { Change } from '@jalon/contracts';
import { createChangeFilter } from '@jalon/core/live';
import { procedure } from '../../procedure';

/** `ready` says that the line is open: what changed before it must be read again. */
export type LiveEvent = { kind: 'ready' } | { kind: 'resynced' } | { kind: 'change'; change: Change };

/** Every change that this person may hear of, until they leave or their session ends. One stream for a page. */
export const changes = procedure('portfolio:read').subscription(async function* ({ ctx, signal }) {
  const left = signal ?? new AbortController().signal;
  const until = AbortSignal.any([left, ctx.services.watchSession(ctx.session.id, left)]);
  const mayHear = createChangeFilter(ctx.core, ctx.principal);
  const events = ctx.services.changes.subscribe(until);
  yield { kind: 'ready' } satisfies LiveEvent as LiveEvent;
  for await (const event of events) {
    if (event.kind === 'resynced' || (await mayHear(event.change))) yield event as LiveEvent;
  }
});
