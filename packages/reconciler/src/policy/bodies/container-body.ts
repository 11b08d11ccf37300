import { LABELS } from '@jalon/contracts';
import { foreignLabels, NETWORKS_LABEL, STACK_LABELS, stackOf } from '../fields/labels';
import {
  ARGUMENTS,
  ENVIRONMENT,
  HEALTHCHECK,
  HOSTNAME,
  IMAGE,
  STOP_SIGNAL,
  USER,
  WORKING_DIR,
} from '../fields/leaves';
import { ENDPOINTS, networksLabelBreaches } from '../fields/networks';
import { EXPOSED_PORTS } from '../fields/ports';
import {
  type Breach,
  breach,
  type FieldRule,
  flag,
  isPlainObject,
  object,
  oneOf,
  whole,
} from '../fields/rule';
import { MAXIMUM } from '../limits';
import { HOST_CONFIG } from './host-config';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}$/;
const HELPER_NAME = /^jalon-files-[0-9a-f]{12}$/;
/** Containers that are never started: through them files of a volume are read and written. */
const HELPER_KIND = 'files';
const KINDS = ['service', 'job', HELPER_KIND];

const FIELDS = object(
  {
    Image: IMAGE,
    Cmd: ARGUMENTS,
    Entrypoint: ARGUMENTS,
    Env: ENVIRONMENT,
    Labels: labels,
    ExposedPorts: EXPOSED_PORTS,
    User: USER,
    WorkingDir: WORKING_DIR,
    Hostname: HOSTNAME,
    Tty: flag,
    OpenStdin: flag,
    StopSignal: STOP_SIGNAL,
    StopTimeout: whole(0, MAXIMUM.stopGraceMs / 1000, 'stop-grace-period'),
    Healthcheck: HEALTHCHECK,
    HostConfig: HOST_CONFIG,
    NetworkingConfig: object({ EndpointsConfig: ENDPOINTS }),
  },
  ['Image', 'Labels', 'HostConfig'],
  'hardening',
);

/**
 * The whole body of `POST /containers/create`. Its labels say whose it is; its name, volumes and networks must be that
 * stack's.
 * @param name the query parameter
 */
export const containerBody =
  (name: unknown): FieldRule =>
  (value, field, context) => {
    const labelled = isPlainObject(value) ? value.Labels : null;
    const inner = { ...context, stack: stackOf(labelled) };
    const helper = isPlainObject(labelled) && labelled[LABELS.kind] === HELPER_KIND;
    return [
      ...nameBreaches(name, helper, inner.stack),
      ...FIELDS(value, field, inner),
      ...modeBreaches(value),
    ];
  };

function labels(value: unknown, field: string, context: Parameters<FieldRule>[2]): Breach[] {
  if (!isPlainObject(value)) return [breach('identity', field, 'must be an object')];
  const kind = oneOf(KINDS, 'identity')(value[LABELS.kind], `${field}.${LABELS.kind}`, context);
  if (value[LABELS.kind] === HELPER_KIND) return foreignLabels(value, field);
  const networks = networksLabelBreaches(value[NETWORKS_LABEL], `${field}.${NETWORKS_LABEL}`, context);
  return [...kind, ...STACK_LABELS(value, field, context), ...networks];
}

function nameBreaches(name: unknown, helper: boolean, stack: string | null): Breach[] {
  const text = typeof name === 'string' ? name : '';
  const ours = helper ? HELPER_NAME.test(text) : stack !== null && text.startsWith(`${stack}-`);
  return ours && NAME.test(text) ? [] : [breach('identity', 'name', 'must begin with the name of the stack')];
}

/** On the network that `NetworkMode` names, or on none: what is not in `EndpointsConfig` has no alias to check. */
function modeBreaches(body: unknown): Breach[] {
  if (!isPlainObject(body) || !isPlainObject(body.HostConfig)) return [];
  const mode = body.HostConfig.NetworkMode;
  const endpoints = isPlainObject(body.NetworkingConfig) ? body.NetworkingConfig.EndpointsConfig : {};
  const names = isPlainObject(endpoints) ? Object.keys(endpoints) : [];
  const agrees = mode === 'none' ? names.length === 0 : names.some((name) => name === mode);
  return agrees
    ? []
    : [breach('network-mode', 'HostConfig.NetworkMode', 'must be one of the networks, or none')];
}
