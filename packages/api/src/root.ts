import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { auditRouter } from './routers/audit/router';
import { peopleRouter } from './routers/people/router';
import { sessionRouter } from './routers/session/router';
import { trpc } from './trpc';

/** Every area of the API. */
export const appRouter = trpc.router({
  session: sessionRouter,
  people: peopleRouter,
  audit: auditRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
