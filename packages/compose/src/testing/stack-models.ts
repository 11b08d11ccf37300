// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import type { FileSourceModel, HostAccess, MountModel, ServiceModel, StackModel } from '@jalon/contracts';
import fc from 'fast-check';
import { blankService } from '../services/blank-service';

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,6}$/);
const awkward = fc.constantFrom(
  'yes',
  'no',
  'null',
  '~',
  '0x1',
  '1e3',
  '',
  '$A',
  '${B:-c}',
  ' a ',
  'a: b',
  '# c',
  '"',
  "'",
);
const text = fc.oneof(
  awkward,
  fc.string({ maxLength: 12 }).map((value) => value.replaceAll('\0', '')),
);
const texts = fc.array(text, { maxLength: 3 });
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const environment = fc.dictionary(fc.stringMatching(/^[A-Z_]{1,4}$/), text, { maxKeys: 3 });
const labels = fc.dictionary(fc.oneof(name, fc.constantFrom('y', 'on', 'a.b/c', '1.5', 'a=b', ' ')), text, {
  maxKeys: 3,
});
const port = fc.record({
  hostIp: fc.constantFrom('0.0.0.0', '127.0.0.1', '::1'),
  published: orNull(fc.integer({ min: 1, max: 65_535 })),
  target: fc.integer({ min: 1, max: 65_535 }),
  protocol: fc.constantFrom('tcp' as const, 'udp' as const),
});
const milliseconds = orNull(fc.integer({ min: 0, max: 10_000_000 }));
const healthcheck = fc.record({
  test: fc.oneof(
    fc.constantFrom<string[]>([], ['NONE']),
    fc.tuple(fc.constantFrom('CMD', 'CMD-SHELL'), text).map((words) => [...words]),
  ),
  intervalMs: milliseconds,
  timeoutMs: milliseconds,
  startPeriodMs: milliseconds,
  retries: orNull(fc.integer({ min: 1, max: 9 })),
});
const limit = fc.integer({ min: -1, max: 100_000 });
const build = fc.record({
  context: fc.constantFrom('jalon://model-template', 'jalon://catalog/redis', 'jalon://samples/a/b'),
  dockerfile: fc.constantFrom('Dockerfile', 'docker/File'),
  args: environment,
  target: orNull(name),
});
const jalon = fc.constantFrom<ServiceModel['jalon']>(
  { role: 'service', roleName: 'service', technology: null, expose: null, job: null },
  { role: 'service', roleName: 'database', technology: 'postgresql', expose: null, job: null },
  { role: 'model', roleName: 'model', technology: null, expose: { port: 80, basePath: 'keep' }, job: null },
  { role: 'job', roleName: 'job', technology: null, expose: null, job: 'train' },
);
const hostAccess: fc.Arbitrary<HostAccess> = fc.record({
  privileged: fc.boolean(),
  capAdd: fc.constantFrom<string[]>([], ['NET_ADMIN']),
  devices: fc.constantFrom<string[]>([], ['/dev/kvm', '/dev/a:/dev/b:r']),
  securityOpt: fc.constantFrom<string[]>([], ['no-new-privileges:true']),
  networkMode: fc.constant(null),
  pid: fc.constantFrom(null, 'host'),
  ipc: fc.constantFrom(null, 'host'),
  usernsMode: fc.constantFrom(null, 'host'),
  cgroupParent: fc.constantFrom(null, '/x'),
  sysctls: fc.constantFrom<string[]>([], ['net.core.somaxconn=1024']),
  other: fc.constantFrom(
    [],
    [{ key: 'uts', value: 'host', written: 'host' }],
    [{ key: 'gpus', value: 'all', written: 'all' }],
  ),
});
const base = fc.record({
  source: fc.oneof(build, fc.constantFrom('postgres:16', 'registry.example/a/b@sha256:0123')),
  command: orNull(texts),
  entrypoint: orNull(texts),
  environment,
  labels,
  ports: fc.uniqueArray(port, { maxLength: 3, selector: (one) => JSON.stringify(one) }),
  expose: fc.array(fc.integer({ min: 1, max: 65_535 }), { maxLength: 2 }),
  healthcheck: orNull(healthcheck),
  restart: fc.constantFrom(
    'no' as const,
    'always' as const,
    'on-failure' as const,
    'unless-stopped' as const,
  ),
  user: orNull(text),
  workingDir: orNull(text),
  hostname: orNull(text),
  init: fc.boolean(),
  stopSignal: orNull(fc.constantFrom('SIGINT', '9')),
  stopGracePeriodMs: milliseconds,
  cpus: orNull(fc.integer({ min: 1, max: 6400 }).map((value) => value / 100)),
  memoryBytes: orNull(fc.integer({ min: 1, max: 2 ** 40 })),
  pids: orNull(fc.integer({ min: 1, max: 10_000 })),
  shmBytes: orNull(fc.integer({ min: 1, max: 2 ** 40 })),
  ulimits: fc.dictionary(fc.constantFrom('nofile', 'nproc'), fc.record({ soft: limit, hard: limit })),
  extraHosts: fc.uniqueArray(fc.constantFrom('a:10.0.0.1', 'b:::1', 'c:host-gateway'), { maxLength: 3 }),
  profiles: fc.uniqueArray(name, { maxLength: 2 }),
  replicas: fc.constant(1),
  hostAccess,
  jalon,
});

/** Any stack that a file can mean; its secrets and configs come from these variables and files. */
export function stackModels(
  variables: Record<string, string>,
  files: ReadonlyMap<string, string>,
): fc.Arbitrary<StackModel> {
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
  return fc
    .record({
      names,
      resources: names,
      bases: fc.array(base, { minLength: 3, maxLength: 3 }),
      content: text,
      more: fc.boolean(),
    })
    .map(({ names, resources, bases, content, more }) => {
      const stack: StackModel = { services: {}, networks: {}, volumes: {}, secrets: {}, configs: {} };
      for (const key of resources) {
        const external = more ? `existing-${key}` : null;
        const plain: Record<string, string> = more ? {} : { 'a.b': content };
        stack.networks[key] = {
          name: key,
          external,
          internal: false,
          driver: more ? null : 'bridge',
          labels: plain,
        };
        stack.volumes[key] = { name: key, external, driver: null, driverOpts: plain, labels: {} };
      }
      stack.secrets = sources('s', variables, files);
      stack.configs = {
        ...sources('c', variables, files),
        text: { name: 'text', from: 'content', origin: '', content },
      };
      names.forEach((key, index) => {
        const found = bases[index];
        if (!found) return;
        const { source, ...rest } = found;
        const before = index > 0 && rest.jalon.role !== 'job' ? names.slice(0, index) : [];
        stack.services[key] = {
          ...blankService(key),
          ...rest,
          image: typeof source === 'string' ? source : null,
          build: typeof source === 'string' ? null : source,
          networks: Object.fromEntries(resources.map((network) => [network, more ? [`${key}-too`] : []])),
          mounts: mounts(resources),
          dependsOn: Object.fromEntries(
            before
              .filter((other) => stack.services[other]?.jalon.role !== 'job')
              .map((other) => [
                other,
                { condition: 'service_started' as const, restart: more, required: !more },
              ]),
          ),
          secrets: [{ source: 's-file', target: '/run/secrets/s', uid: 0, gid: 70, mode: 0o400 }],
          configs: [{ source: 'text', target: '/etc/text', uid: 0, gid: 0, mode: 0o444 }],
        };
      });
      return stack;
    });
}

function sources(
  prefix: string,
  variables: Record<string, string>,
  files: ReadonlyMap<string, string>,
): Record<string, FileSourceModel> {
  const [path = '', text = ''] = [...files][0] ?? [];
  const [variable = '', value = ''] = Object.entries(variables)[0] ?? [];
  const file = { name: `${prefix}-file`, from: 'file' as const, origin: path, content: text };
  const made = { name: `${prefix}-made`, from: 'environment' as const, origin: variable, content: value };
  return { [file.name]: file, [made.name]: made };
}

function mounts(volumes: string[]): MountModel[] {
  return [
    ...volumes.map(
      (source): MountModel => ({ type: 'volume', source, target: `/data/${source}`, readOnly: false }),
    ),
    { type: 'volume', source: '', target: '/anonymous', readOnly: false },
    { type: 'bind', source: './conf/$x', target: '/conf', readOnly: true },
    { type: 'tmpfs', source: '', target: '/tmp', readOnly: false },
  ];
}
