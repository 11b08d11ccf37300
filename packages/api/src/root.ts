import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { auditRouter } from './routers/audit/router';
import { estimateRouter } from './routers/estimate/router';
import { gateRouter } from './routers/gate/router';
import { kpiRouter } from './routers/kpi/router';
import { peopleRouter } from './routers/people/router';
import { portfolioRouter } from './routers/portfolio/router';
import { referenceRouter } from './routers/reference/router';
import { searchRouter } from './routers/search/router';
import { sessionRouter } from './routers/session/router';
import { useCaseRouter } from './routers/use-case/router';
import { projectRouter } from './routers/project/router';
import { catalogueRouter } from './routers/catalogue/router';
import { stackRouter } from './routers/stack/router';
import { variableRouter } from './routers/variable/router';
import { deploymentRouter } from './routers/deployment/router';
import { runRouter } from './routers/run/router';
import { modelRouter } from './routers/model/router';
import { logRouter } from './routers/log/router';
import { fileRouter } from './routers/file/router';
import { hostRouter } from './routers/host/router';
import { liveRouter } from './routers/live/router';
import { trpc } from './trpc';

/** Every area of the API. */
export const appRouter = trpc.router({
  session: sessionRouter,
  people: peopleRouter,
  audit: auditRouter,
  search: searchRouter,
  portfolio: portfolioRouter,
  useCase: useCaseRouter,
  estimate: estimateRouter,
  kpi: kpiRouter,
  gate: gateRouter,
  reference: referenceRouter,
  project: projectRouter,
  catalogue: catalogueRouter,
  stack: stackRouter,
  variable: variableRouter,
  deployment: deploymentRouter,
  run: runRouter,
  model: modelRouter,
  log: logRouter,
  file: fileRouter,
  host: hostRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
