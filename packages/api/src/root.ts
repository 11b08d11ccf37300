import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { attachmentRouter } from './routers/attachment/router';
import { auditRouter } from './routers/audit/router';
import { catalogueRouter } from './routers/catalogue/router';
import { commentRouter } from './routers/comment/router';
import { deploymentRouter } from './routers/deployment/router';
import { draftRouter } from './routers/draft/router';
import { environmentRouter } from './routers/environment/router';
import { estimateRouter } from './routers/estimate/router';
import { exchangeRateRouter } from './routers/exchange-rate/router';
import { fileRouter } from './routers/file/router';
import { gateRouter } from './routers/gate/router';
import { gatePolicyRouter } from './routers/gate-policy/router';
import { hostRouter } from './routers/host/router';
import { kpiRouter } from './routers/kpi/router';
import { liveRouter } from './routers/live/router';
import { logRouter } from './routers/log/router';
import { modelRouter } from './routers/model/router';
import { notificationRouter } from './routers/notification/router';
import { peopleRouter } from './routers/people/router';
import { portfolioRouter } from './routers/portfolio/router';
import { projectRouter } from './routers/project/router';
import { realizationRouter } from './routers/realization/router';
import { referenceRouter } from './routers/reference/router';
import { revisionRouter } from './routers/revision/router';
import { runRouter } from './routers/run/router';
import { savedViewRouter } from './routers/saved-view/router';
import { searchRouter } from './routers/search/router';
import { sessionRouter } from './routers/session/router';
import { stackRouter } from './routers/stack/router';
import { useCaseRouter } from './routers/use-case/router';
import { valueSettingsRouter } from './routers/value-settings/router';
import { variableRouter } from './routers/variable/router';
import { trpc } from './trpc';

/** Every area of the API. */
export const appRouter = trpc.router({
  session: sessionRouter,
  people: peopleRouter,
  audit: auditRouter,
  search: searchRouter,
  portfolio: portfolioRouter,
  useCase: useCaseRouter,
  draft: draftRouter,
  savedView: savedViewRouter,
  estimate: estimateRouter,
  kpi: kpiRouter,
  realization: realizationRouter,
  comment: commentRouter,
  attachment: attachmentRouter,
  notification: notificationRouter,
  gate: gateRouter,
  gatePolicy: gatePolicyRouter,
  valueSettings: valueSettingsRouter,
  exchangeRate: exchangeRateRouter,
  reference: referenceRouter,
  project: projectRouter,
  environment: environmentRouter,
  catalogue: catalogueRouter,
  stack: stackRouter,
  variable: variableRouter,
  deployment: deploymentRouter,
  revision: revisionRouter,
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
