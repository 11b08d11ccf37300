import { BUSYBOX_IMAGE } from '@jalon/docker/testing';

export type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully';

/** How a service is made to fail: at once, later, by its health check, because nothing can be started or pulled. */
export type Flaw =
  | 'exits'
  | 'crash-loop'
  | 'unhealthy'
  | 'slow'
  | 'bad-command'
  | 'no-image'
  | 'out-of-memory'
  | 'disk-full';

export interface ServiceDraft {
  /** Another number is another configuration. */
  version: number;
  /** `once` runs to its end; `job` stands in the file and is not deployed. */
  kind: 'server' | 'once' | 'job';
  checked: boolean;
  networks: readonly string[];
  volume: string | null;
  /** Published on 127.0.0.1. */
  port: number | null;
  /** Opened by the gateway: an update hands it over instead of replacing it. */
  exposed: boolean;
  dependsOn: Readonly<Record<string, Condition>>;
  flaw: Flaw | null;
}

/** A small stack, as a test thinks of it. */
export type StackDraft = Readonly<Record<string, ServiceDraft>>;

/** Where a server says its version, for whoever wants to know which revision serves. */
export const VERSION_PORT = 8080;

const SERVE = `mkdir -p /tmp/www; echo $$VERSION > /tmp/www/version; exec httpd -f -p ${VERSION_PORT} -h /tmp/www`;

const COMMANDS: Readonly<Record<Flaw, string>> = {
  exits: 'echo cannot open model.bin >&2; exit 3',
  'crash-loop': 'sleep 0.5; echo no connection >&2; exit 1',
  unhealthy: 'echo warming up; exec sleep 3600',
  slow: 'echo warming up; exec sleep 3600',
  'bad-command': '',
  'no-image': 'exec sleep 3600',
  'out-of-memory': "exec sh -c 'x=0123456789abcdef; while true; do x=$$x$$x; done'",
  'disk-full':
    'dd if=/dev/zero of=/dev/shm/fill bs=1M count=64 2>/tmp/said || { head -n 1 /tmp/said; exit 4; }; exec sleep 3600',
};

/** Nothing listens there, so a pull is refused at once. */
const NO_IMAGE = '127.0.0.1:1/none/none:1';

/** The Compose file of a draft. */
export function composeOf(stack: StackDraft): string {
  const networks = [...new Set(Object.values(stack).flatMap((one) => one.networks))].filter(
    (name) => name !== 'default',
  );
  const volumes = [...new Set(Object.values(stack).flatMap((one) => one.volume ?? []))];
  const services = Object.entries(stack).map(([name, draft]) => [name, serviceOf(draft)]);
  // JSON is YAML.
  return JSON.stringify(
    {
      services: Object.fromEntries(services),
      networks: Object.fromEntries(networks.map((name) => [name, {}])),
      volumes: Object.fromEntries(volumes.map((name) => [name, {}])),
    },
    null,
    1,
  );
}

function serviceOf(draft: ServiceDraft): object {
  const { version, kind, checked, networks, volume, port, exposed, dependsOn, flaw } = draft;
  const conditions = Object.entries(dependsOn).map(([name, condition]) => [name, { condition }]);
  return {
    image: flaw === 'no-image' ? NO_IMAGE : BUSYBOX_IMAGE,
    init: true,
    stop_grace_period: '1s',
    command: commandOf(draft),
    environment: { VERSION: String(version) },
    networks: [...networks],
    ...(kind === 'job' ? { profiles: ['jobs'], 'x-jalon': { role: 'job', job: 'tidy' } } : {}),
    ...(exposed ? { 'x-jalon': { role: 'service', expose: { port: VERSION_PORT, basePath: 'strip' } } } : {}),
    ...(checked ? { healthcheck: checkOf(flaw) } : {}),
    ...(volume === null ? {} : { volumes: [`${volume}:/data`] }),
    ...(port === null ? {} : { ports: [`127.0.0.1:${port}:${VERSION_PORT}`] }),
    ...(conditions.length === 0 ? {} : { depends_on: Object.fromEntries(conditions) }),
    ...(flaw === 'out-of-memory' ? { mem_limit: '16m' } : {}),
    ...(flaw === 'disk-full' ? { shm_size: '4m' } : {}),
    ...(flaw === 'crash-loop' ? { restart: 'always' } : {}),
  };
}

function commandOf({ kind, flaw }: ServiceDraft): string[] {
  if (flaw === 'bad-command') return ['/no/such/program'];
  if (flaw !== null) return ['sh', '-c', COMMANDS[flaw]];
  return kind === 'server' ? ['sh', '-c', SERVE] : ['sh', '-c', 'echo done'];
}

function checkOf(flaw: Flaw | null): object {
  if (flaw === 'unhealthy') return { test: ['CMD', 'false'], interval: '300ms', timeout: '2s', retries: 2 };
  return { test: ['CMD', 'test', '-f', '/tmp/www/version'], interval: '1s', timeout: '5s', retries: 20 };
}

/** A server that depends on nothing and asks for nothing. */
export function simple(version: number, changes: Partial<ServiceDraft> = {}): ServiceDraft {
  const asksNothing = {
    kind: 'server',
    checked: false,
    volume: null,
    port: null,
    exposed: false,
    flaw: null,
  } as const;
  return { version, ...asksNothing, networks: ['default'], dependsOn: {}, ...changes };
}
