import { DomainError, type PlanFindings } from '@jalon/contracts';
import { invalidCompose } from '../stack/save-stack';

/**
 * Refuses what cannot be deployed, with what to do about it.
 *
 * @throws DomainError COMPOSE_INVALID · VARIABLE_MISSING · POLICY_REFUSED
 */
export function refuseUnlessDeployable(findings: PlanFindings, environment: string): void {
  if (findings.problems.length > 0) throw invalidCompose(findings.problems);
  if (findings.missingVariables.length > 0) {
    const names = findings.missingVariables.join(', ');
    throw new DomainError(
      'VARIABLE_MISSING',
      `Set ${names} under Variables of ${environment}, then deploy again.`,
      findings.missingVariables.map((name) => ({ path: name, message: `${name} is not set.` })),
    );
  }
  if (findings.refusals.length > 0) {
    throw new DomainError(
      'POLICY_REFUSED',
      findings.refusals.map((refusal) => refusal.message).join(' '),
      findings.refusals.map(({ rule, service, message }) => ({
        path: service ? `services.${service}` : undefined,
        message: `${message} (${rule})`,
      })),
    );
  }
}
