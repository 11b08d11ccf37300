import { COMPOSE_LABELS, LABELS, type StackTarget } from '@jalon/contracts';

/** What `docker compose` calls the version of the tool that made the object. */
const COMPOSE_VERSION = '2.0.0';

/** Labels that every object of a stack bears, ours and Compose's. */
export function objectLabels(target: StackTarget): Record<string, string> {
  return {
    [LABELS.managed]: 'true',
    [LABELS.project]: target.project,
    [LABELS.environment]: target.environment,
    [LABELS.environmentId]: target.environmentId,
    [LABELS.revision]: String(target.revision),
    [COMPOSE_LABELS.project]: target.projectName,
    [COMPOSE_LABELS.version]: COMPOSE_VERSION,
  };
}

/** Labels of a container; `kind` tells services, which are reconciled, from jobs, which are not. */
export function containerLabels(
  target: StackTarget,
  service: string,
  kind: 'service' | 'job',
  configHash: string,
  parts: Record<string, string>,
  facts: Record<string, string> = {},
): Record<string, string> {
  return {
    ...objectLabels(target),
    [LABELS.service]: service,
    [LABELS.kind]: kind,
    [LABELS.configHash]: configHash,
    [LABELS.parts]: JSON.stringify(parts),
    ...(Object.keys(facts).length > 0 ? { [LABELS.facts]: JSON.stringify(facts) } : {}),
    [COMPOSE_LABELS.service]: service,
    [COMPOSE_LABELS.number]: '1',
    [COMPOSE_LABELS.oneoff]: kind === 'job' ? 'True' : 'False',
    [COMPOSE_LABELS.configHash]: configHash,
  };
}
