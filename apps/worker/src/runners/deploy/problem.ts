import { DomainError, type Refusal } from '@jalon/contracts';
import type { DeploymentProblem } from '@jalon/core/deployment-progress';

/** Codes whose details are the last lines of what broke. */
const WITH_LOG = new Set(['SERVICE_EXITED', 'SERVICE_UNHEALTHY', 'BUILD_FAILED', 'DEADLINE_EXCEEDED']);

/** What the person is told of an error. */
export function problemOf(error: DomainError): DeploymentProblem {
  const log = WITH_LOG.has(error.code) ? error.details.map(({ message }) => message).join('\n') : '';
  return { code: error.code, message: error.message, log: log === '' ? null : log };
}

/** The error of a plan that policy or preflight refuses. */
export function refusalError(refusals: readonly Refusal[]): DomainError {
  const isPort = refusals.every(({ rule }) => rule.startsWith('port'));
  return new DomainError(
    isPort ? 'PORT_TAKEN' : 'POLICY_REFUSED',
    refusals.map(({ message }) => message).join(' '),
    refusals.map(({ rule, service, message }) => ({ path: service ? `services.${service}` : rule, message })),
  );
}

/** A bug as the person meets it: masked, with an id that is in the log. */
export function internalProblem(id: string): DeploymentProblem {
  const message = `Something went wrong inside Jalon. Its log has the details under ${id}.`;
  return { code: 'INTERNAL', message, log: null };
}
