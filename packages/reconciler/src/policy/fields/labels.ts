import { COMPOSE_LABELS, LABELS } from '@jalon/contracts';
import { isReservedLabel } from '../reserved-names';
import { type Breach, breach, type FieldRule, isPlainObject, record, text } from './rule';

/** Networks beyond the first, as JSON; a container that was made by half is completed from it. */
export const NETWORKS_LABEL = 'dev.jalon.networks';

const OURS: ReadonlySet<string> = new Set([
  ...Object.values(LABELS),
  ...Object.values(COMPOSE_LABELS),
  NETWORKS_LABEL,
]);

/** Labels in a form that an engine takes. */
export const ANY_LABELS: FieldRule = record(
  text(/^.{1,512}$/s, 'label', 'must be 1 to 512 characters'),
  text(/^/, 'label', '', 1_048_576),
  2_000,
);

/** Labels of an object of a stack: ours complete and in agreement, nothing else in the namespaces that say who made it. */
export const STACK_LABELS: FieldRule = (value, field, context) => {
  const wrong = ANY_LABELS(value, field, context);
  if (wrong.length > 0 || !isPlainObject(value)) return wrong;
  return [...foreignLabels(value, field), ...identityBreaches(value, field)];
};

/** The stack that labels say an object belongs to: `<project>-<environment>`; null when they name none. */
export function stackOf(labels: unknown): string | null {
  if (!isPlainObject(labels)) return null;
  const { [LABELS.project]: project, [LABELS.environment]: environment } = labels;
  return typeof project === 'string' && typeof environment === 'string' ? `${project}-${environment}` : null;
}

export function foreignLabels(labels: Record<string, unknown>, field: string): Breach[] {
  return Object.keys(labels)
    .filter((label) => isReservedLabel(label) && !OURS.has(label))
    .map((label) => breach('reserved-label', `${field}.${label}`, 'is in a namespace that is not its own'));
}

const SLUG = /^[a-z0-9][a-z0-9-]*$/;

function identityBreaches(labels: Record<string, unknown>, field: string): Breach[] {
  const wrong = (label: string, message: string) => breach('identity', `${field}.${label}`, message);
  const texts = [LABELS.project, LABELS.environment, LABELS.environmentId].filter(
    (label) => typeof labels[label] !== 'string' || labels[label] === '',
  );
  const unmanaged = labels[LABELS.managed] === 'true' ? [] : [wrong(LABELS.managed, 'must be “true”')];
  const stack = stackOf(labels);
  const agrees =
    stack !== null && SLUG.test(stack) && labels[COMPOSE_LABELS.project] === stack
      ? []
      : [wrong(COMPOSE_LABELS.project, 'must be the project and the environment')];
  return [...texts.map((label) => wrong(label, 'must be set')), ...unmanaged, ...agrees];
}
