import type { GateItem, GateItemState } from '@jalon/contracts';
import { SAMPLE_HOLD_DAYS } from '@jalon/value';
import type { GateFacts } from './facts';

type Evidence = GateItem['evidence']['values'];
export type Check = (facts: GateFacts) => GateItem;

const DAY = 86_400_000;
const SHORTEST_TEXT = 20;

function item(key: string, state: GateItemState, evidence: string, values: Evidence = {}): GateItem {
  return { key, state, evidence: { key: evidence, values } };
}

const met = (key: string, evidence: string, values?: Evidence) => item(key, 'MET', evidence, values);
const notMet = (key: string, evidence: string, values?: Evidence) => item(key, 'NOT_MET', evidence, values);

function written(key: string, text: (facts: GateFacts) => string): Check {
  return (facts) => {
    const length = text(facts).trim().length;
    return length >= SHORTEST_TEXT ? met(key, 'written', { length }) : notMet(key, 'notWritten', { length });
  };
}

/** Asks for something that Jalon cannot look at yet: an approver may waive it, with a reason. */
function notAvailable(key: string): Check {
  return () => item(key, 'NOT_AVAILABLE', 'notAvailable');
}

const benefitType: Check = (facts) =>
  met('benefit-type', facts.benefitType === 'REVENUE_GROWTH' ? 'revenue' : 'cost');

const ebitdaRange: Check = ({ estimate }) =>
  estimate
    ? met('ebitda-range', 'estimate', { amount: estimate.expected, at: estimate.at.toISOString() })
    : notMet('ebitda-range', 'noEstimate');

const owner: Check = ({ ownerName }) =>
  ownerName ? met('owner', 'owner', { name: ownerName }) : notMet('owner', 'noOwner');

const modelWithMetrics: Check = ({ model }) => {
  if (!model) return notMet('model-with-metrics', 'noModel');
  const auc = model.metrics.auc;
  const count = Object.keys(model.metrics).length;
  if (count === 0) return notMet('model-with-metrics', 'noMetrics', { number: model.number });
  const values = { number: model.number, at: model.at.toISOString() };
  return typeof auc === 'number'
    ? met('model-with-metrics', 'modelAuc', { ...values, auc: auc.toFixed(3) })
    : met('model-with-metrics', 'modelMetrics', { ...values, count });
};

const dataQualified: Check = ({ model }) => {
  const { file, rows } = model?.trainingData ?? {};
  return typeof file === 'string'
    ? met('data-qualified', 'trainingData', { file, rows: typeof rows === 'number' ? rows : 0 })
    : notMet('data-qualified', 'noTrainingData');
};

const resultShown: Check = ({ model }) =>
  model?.hasReport
    ? met('result-shown', 'report', { number: model.number, at: model.at.toISOString() })
    : notMet('result-shown', 'noReport');

const estimateRenewed: Check = ({ estimate, stageSince }) => {
  if (!estimate) return notMet('estimate-renewed', 'noEstimate');
  const values = { amount: estimate.expected, at: estimate.at.toISOString() };
  return estimate.at > stageSince
    ? met('estimate-renewed', 'estimate', values)
    : notMet('estimate-renewed', 'estimateOld', { ...values, since: stageSince.toISOString() });
};

const targetArchitecture: Check = ({ deployment }) =>
  deployment
    ? met('target-architecture', 'deployed', {
        number: deployment.number,
        environment: deployment.environment,
        at: deployment.at.toISOString(),
      })
    : notMet('target-architecture', 'notDeployed');

const processingAutomated: Check = ({ jobs: { train, score } }) => {
  if (train && score) {
    return met('processing-automated', 'jobsRan', { at: new Date(Math.max(+train, +score)).toISOString() });
  }
  return notMet('processing-automated', train ? 'noScoring' : score ? 'noTraining' : 'noJobs');
};

const monitoringTargets: Check = ({ kpis }) => {
  if (kpis.length === 0) return notMet('monitoring-targets', 'noKpi');
  const fed = kpis.filter((kpi) => kpi.source !== 'MANUAL' || kpi.lastSampleAt);
  return fed.length === kpis.length
    ? met('monitoring-targets', 'kpisWithTargets', { count: kpis.length })
    : notMet('monitoring-targets', 'kpisWithoutSource', { count: kpis.length - fed.length });
};

const deploymentOption: Check = ({ deployment }) =>
  deployment
    ? met('deployment-option', 'deployed', {
        number: deployment.number,
        environment: deployment.environment,
        at: deployment.at.toISOString(),
      })
    : notMet('deployment-option', 'notDeployed');

const pipelineMonitored: Check = ({ kpis, services, now }) => {
  const recent = kpis.filter(
    (kpi) => kpi.lastSampleAt && now.getTime() - kpi.lastSampleAt.getTime() <= SAMPLE_HOLD_DAYS * DAY,
  );
  if (services.length === 0) return notMet('pipeline-monitored', 'nothingRuns');
  const ill = services.find((service) => service.state !== 'running' || service.health === 'unhealthy');
  if (ill) return notMet('pipeline-monitored', 'serviceDown', { service: ill.service });
  if (recent.length === 0) return notMet('pipeline-monitored', 'noRecentSample');
  return met('pipeline-monitored', 'monitored', { services: services.length, count: recent.length });
};

/** Every check that an automatic item may name, by its key: small functions over facts. */
export const CHECKS: Readonly<Record<string, Check>> = {
  'need-written': written('need-written', (facts) => facts.problemStatement),
  'outcome-written': written('outcome-written', (facts) => facts.expectedOutcome),
  'benefit-type': benefitType,
  'ebitda-range': ebitdaRange,
  owner,
  'model-with-metrics': modelWithMetrics,
  'data-qualified': dataQualified,
  'result-shown': resultShown,
  'estimate-renewed': estimateRenewed,
  'target-architecture': targetArchitecture,
  'sources-connected': notAvailable('sources-connected'),
  'processing-automated': processingAutomated,
  'pipeline-scheduled': notAvailable('pipeline-scheduled'),
  'monitoring-targets': monitoringTargets,
  'code-versioned': notAvailable('code-versioned'),
  'deployment-option': deploymentOption,
  'delivered-by-pipeline': notAvailable('delivered-by-pipeline'),
  'pipeline-monitored': pipelineMonitored,
};
