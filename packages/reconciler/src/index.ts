export { canonicalJson, changedParts, configHash, partHashes } from './desired/config-hash';
export { DEFAULT_LIMITS, type Limits } from './desired/container-spec';
export { type DesiredOptions, desiredState, emptyState } from './desired/desired-state';
export { JOB_RESULT_PATH, type JobContainer, type JobRun, jobContainer } from './desired/job-container';
export {
  basePath,
  containerName,
  containerNumber,
  jobContainerName,
  networkName,
  oldContainerName,
  pendingImage,
  stackTarget,
  volumeName,
} from './desired/names';
export { imagesToLookFor, isPinned, type RecordedImages, recordedImages } from './desired/recorded-images';
export { findDrift } from './drift/find-drift';
export { imagesInPlace } from './drift/images-in-place';
export { emptyObservation } from './observed-state';
export { causeText } from './plan/cause-text';
export { describe as describeOperation, printPlan } from './plan/print-plan';
export { reconcile } from './plan/reconcile';
export { DEFAULT_POLICY, type ReconcilePolicy } from './plan/reconcile-policy';
export { revertPlan } from './plan/revert-plan';
export type { PolicyAllowance } from './policy/allowance';
export { type AnswerRules, answerRefusals, type RuleAnswer } from './policy/answer-rules';
export { type EngineRequest, engineRequestBreaches, requireAllowedRequest } from './policy/engine-requests';
export { NETWORKS_LABEL } from './policy/fields/labels';
export type { Breach } from './policy/fields/rule';
export { hostPathTrouble } from './policy/host-paths';
export { MINIMUM_MEMORY } from './policy/limits';
export { checkPolicy } from './policy/policy';
export { type HostFacts, preflight } from './policy/preflight';
