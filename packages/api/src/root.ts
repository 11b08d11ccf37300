import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { auditRouter } from './routers/audit/router';
import { estimateRouter } from './routers/estimate/router';
import { gateRouter } from './routers/gate/router';
import { kpiRouter } from './routers/kpi/router';
import { peopleRouter } from './routers/people/router';
import { portfolioRouter } from './routers/portfolio/router';
import { referenceRouter } from './routers/reference/router';
import { sessionRouter } from './routers/session/router';
import { useCaseRouter } from './routers/use-case/router';
import { trpc } from './trpc';

/** Every area of the API. */
export const appRouter = trpc.router({
  session: sessionRouter,
  people: peopleRouter,
  audit: auditRouter,
  portfolio: portfolioRouter,
  useCase: useCaseRouter,
  estimate: estimateRouter,
  kpi: kpiRouter,
  gate: gateRouter,
  reference: referenceRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
