/**
 * The links of the chain, from an idea to a euro figure, each with a way to break it and the tests that must notice. `find` stands
 * once in `file`; `proof` is a Vitest project with some of its files, or a stage of `npm test`.
 */
export const BREAKS = [
  {
    link: 'A use case is logged, with its KPI',
    file: 'packages/core/src/use-case/create-use-case.ts',
    find: 'if (kpi) await insertKpi(',
    replace: 'if (kpi && fields.title === "") await insertKpi(',
    proof: { project: 'api', files: ['packages/api/src/routers/use-case/use-case.test.ts'] },
  },
  {
    link: 'Its range is worth its mean',
    file: 'packages/value/src/range.ts',
    find: '.times(4)',
    replace: '.times(3)',
    proof: { project: 'unit', files: ['packages/value/src/range.test.ts'] },
  },
  {
    link: 'A gate decision moves the stage',
    file: 'packages/core/src/gate/decide-gate.ts',
    find: 'stageId: target.id, stageSince: now',
    replace: 'stageSince: now',
    proof: { project: 'api', files: ['packages/api/src/routers/gate/gate.test.ts'] },
  },
  {
    link: 'A project starts with the stack that was chosen',
    file: 'packages/core/src/project/create-project.ts',
    find: 'composeText: start.composeText, updatedById',
    replace: "composeText: 'services: {}', updatedById",
    proof: { project: 'api', files: ['packages/api/src/routers/project/project.test.ts'] },
  },
  {
    link: 'A Compose file is read',
    file: 'packages/compose/src/interpolation/interpolate.ts',
    find: "value !== undefined && value !== ''",
    replace: 'value !== undefined',
    proof: { project: 'unit', files: ['packages/compose/src/interpolation/interpolate.test.ts'] },
  },
  {
    link: 'A plan removes what is no longer wanted',
    file: 'packages/reconciler/src/plan/plan-run.ts',
    find: '    ...planOrphans(desired, observed),\n',
    replace: '',
    proof: { project: 'unit', files: ['packages/reconciler/src/plan/reconcile.test.ts'] },
  },
  {
    link: 'A plan is carried out',
    file: 'packages/docker/src/operations/start-container.ts',
    find: 'await startContainer(client, container, { signal });',
    replace: 'if (container === "") await startContainer(client, container, { signal });',
    proof: { project: 'engine', files: ['packages/docker/src/execute/execute.test.ts'] },
  },
  {
    link: 'A model learns and predicts',
    file: 'samples/credit-scoring/model/model.py',
    find: 'learning_rate=0.05, max_iter=200',
    replace: 'learning_rate=0.0001, max_iter=1',
    proof: { stage: 'images' },
  },
  {
    link: 'The gateway opens the model',
    file: 'apps/gateway/src/forward/target.ts',
    find: 'route.stripPath ? address.rest',
    replace: 'route.stripPath ? address.basePath',
    proof: { project: 'api', files: ['apps/gateway/src/gateway.test.ts'] },
  },
  {
    link: 'A KPI is measured',
    file: 'packages/core/src/run-progress/store-kpi-samples.ts',
    find: 'key === kpi.key &&',
    replace: 'key !== kpi.key &&',
    proof: { project: 'engine', files: ['apps/worker/src/runners/jobs/jobs.test.ts'] },
  },
];
