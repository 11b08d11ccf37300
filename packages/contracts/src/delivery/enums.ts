export const ENVIRONMENT_KINDS = ['SANDBOX', 'STAGING', 'PRODUCTION'] as const;
export type EnvironmentKind = (typeof ENVIRONMENT_KINDS)[number];

export const DESIRED_STATES = ['RUNNING', 'STOPPED', 'REMOVED'] as const;
export type DesiredStateName = (typeof DESIRED_STATES)[number];

export const DEPLOYMENT_ACTIONS = ['DEPLOY', 'STOP', 'START', 'RESTART', 'REMOVE'] as const;
export type DeploymentAction = (typeof DEPLOYMENT_ACTIONS)[number];

/** Where a deployment's file, variables and images come from. */
export const DEPLOYMENT_SOURCES = ['FILE', 'ROLL_BACK', 'PROMOTION'] as const;
export type DeploymentSource = (typeof DEPLOYMENT_SOURCES)[number];

export const DEPLOYMENT_STATUSES = [
  'QUEUED',
  'BUILDING',
  'PULLING',
  'APPLYING',
  'VERIFYING',
  'SUCCEEDED',
  'FAILED',
  'REVERTED',
  'CANCELLED',
] as const;
export type DeploymentStatus = (typeof DEPLOYMENT_STATUSES)[number];

export const FINAL_DEPLOYMENT_STATUSES: readonly DeploymentStatus[] = [
  'SUCCEEDED',
  'FAILED',
  'REVERTED',
  'CANCELLED',
];

export const STEP_STATUSES = ['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'SKIPPED'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

export const RUN_STATUSES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
