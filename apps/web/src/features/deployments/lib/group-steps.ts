import type { DeploymentStepView, StepStatus } from '@jalon/contracts';

/** The steps of one service, or those that belong to none (networks, volumes). */
export interface StepGroup {
  service: string | null;
  steps: DeploymentStepView[];
  status: StepStatus;
  startedAt: Date | null;
  /** null while a step is open. */
  finishedAt: Date | null;
}

/** Steps gathered by service, in the order in which each first appears; what belongs to none comes first. Pure. */
export function groupSteps(steps: readonly DeploymentStepView[]): StepGroup[] {
  const groups = new Map<string | null, DeploymentStepView[]>();
  for (const step of steps) groups.set(step.service, [...(groups.get(step.service) ?? []), step]);
  const ordered = [...groups].sort(([left], [right]) => Number(left !== null) - Number(right !== null));
  return ordered.map(([service, members]) => ({
    service,
    steps: members,
    status: overall(members.map((step) => step.status)),
    startedAt: extreme(members, 'startedAt', Math.min),
    finishedAt: members.every(isDone) ? extreme(members, 'finishedAt', Math.max) : null,
  }));
}

const isDone = (step: DeploymentStepView): boolean => step.status !== 'PENDING' && step.status !== 'RUNNING';

/** One failure makes the whole a failure; one step that runs makes it run. */
function overall(statuses: readonly StepStatus[]): StepStatus {
  if (statuses.includes('FAILED')) return 'FAILED';
  if (statuses.includes('RUNNING')) return 'RUNNING';
  if (statuses.every((status) => status === 'SKIPPED')) return 'SKIPPED';
  if (statuses.every((status) => status === 'SUCCEEDED' || status === 'SKIPPED')) return 'SUCCEEDED';
  return statuses.includes('SUCCEEDED') ? 'RUNNING' : 'PENDING';
}

function extreme(
  steps: readonly DeploymentStepView[],
  field: 'startedAt' | 'finishedAt',
  choose: (...moments: number[]) => number,
): Date | null {
  const moments = steps.flatMap((step) => step[field]?.getTime() ?? []);
  return moments.length > 0 ? new Date(choose(...moments)) : null;
}
