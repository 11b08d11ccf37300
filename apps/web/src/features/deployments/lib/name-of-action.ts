import type { DeploymentSummary } from '@jalon/contracts';

/** What a deployment is called: a roll back and a promotion have names of their own. */
export function nameOfAction({ action, source }: Pick<DeploymentSummary, 'action' | 'source'>) {
  return action === 'DEPLOY' && source !== 'FILE' ? source : action;
}
