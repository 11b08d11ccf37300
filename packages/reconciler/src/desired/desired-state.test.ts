import { COMPOSE_LABELS, LABELS, type ServiceModel } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthcheck, service, stack, target } from '../testing/stacks';
import { canonicalJson, changedParts, configHash } from './config-hash';
import { desiredState } from './desired-state';
import { jobContainer } from './job-container';

const build = { context: 'jalon://model-template', dockerfile: 'Dockerfile', args: {}, target: null };

function desiredOf(one: ServiceModel) {
  const desired = desiredState(stack(one), target).services[one.name];
  if (!desired) throw new Error('no service');
  return desired;
}

describe('configHash', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(configHash(reversed)).toBe(configHash(value));
      }),
    );
  });
});

describe('capabilities', () => {
  const adding = (...capAdd: string[]) =>
    desiredOf(service('web', { hostAccess: { ...service('web').hostAccess, capAdd } }));

  it('go into the container by their plain names, once and in one order', () => {
    const { container, parts, configHash: hash } = adding('cap_net_raw', 'CHOWN', 'NET_RAW');
    expect(container.capabilities).toEqual(['CHOWN', 'NET_RAW']);
    expect(adding('NET_RAW', 'chown').configHash).toBe(hash);
    expect(changedParts(adding().parts, parts)).toEqual(['capabilities']);
  });

  it('leave the hash of a container that has none as it was', () => {
    expect(adding().container).not.toHaveProperty('capabilities');
    expect(adding().parts).not.toHaveProperty('capabilities');
  });
});

describe('desiredState', () => {
  it('names and labels everything after project and environment', () => {
    const web = service('web', {
      mounts: [
        { type: 'volume', source: 'data', target: '/data', readOnly: false },
        { type: 'volume', source: '', target: '/var/cache', readOnly: false },
        { type: 'tmpfs', source: '', target: '/tmp', readOnly: false },
      ],
      networks: { front: ['www'] },
      labels: { team: 'credit' },
    });
    const desired = desiredState(stack(web), target);
    expect(desired.networks.front).toMatchObject({ name: 'demo-sandbox_front', external: false });
    expect(Object.values(desired.volumes).map(({ key, name }) => `${key} ${name}`)).toEqual([
      'data demo-sandbox_data',
      'web-var-cache demo-sandbox_web-var-cache',
    ]);
    const { containerName, container, configHash: hash, parts } = desired.services.web ?? desiredOf(web);
    expect(containerName).toBe('demo-sandbox-web-1');
    expect(container.mounts.map(({ source }) => source)).toEqual([
      'demo-sandbox_data',
      'demo-sandbox_web-var-cache',
      '',
    ]);
    expect(container.networks).toEqual({ 'demo-sandbox_front': ['web', 'www'] });
    expect(container.labels).toMatchObject({
      team: 'credit',
      [LABELS.managed]: 'true',
      [LABELS.environmentId]: 'environment-1',
      [LABELS.service]: 'web',
      [LABELS.kind]: 'service',
      [LABELS.revision]: '1',
      [LABELS.configHash]: hash,
      [LABELS.parts]: JSON.stringify(parts),
      [COMPOSE_LABELS.project]: 'demo-sandbox',
      [COMPOSE_LABELS.service]: 'web',
      [COMPOSE_LABELS.oneoff]: 'False',
      [COMPOSE_LABELS.number]: '1',
    });
  });

  it('uses existing objects by the name they have', () => {
    const web = service('web', {
      mounts: [{ type: 'volume', source: 'data', target: '/data', readOnly: false }],
      networks: { front: [] },
    });
    const model = stack(web);
    if (model.volumes.data) model.volumes.data.external = 'warehouse';
    if (model.networks.front) model.networks.front.external = 'dmz';
    const desired = desiredState(model, target);
    expect(desired.services.web?.container.mounts[0]?.source).toBe('warehouse');
    expect(desired.services.web?.container.networks).toEqual({ dmz: ['web'] });
    expect(desired.volumes.data).toMatchObject({ name: 'warehouse', external: true });
  });

  it('does not let a stack pass itself off as another one', () => {
    const { container } = desiredOf(
      service('web', {
        labels: { [LABELS.environmentId]: 'other' },
        environment: { JALON_PROJECT: 'other' },
      }),
    );
    expect(container.labels[LABELS.environmentId]).toBe('environment-1');
    expect(container.environment.JALON_PROJECT).toBe('demo');
  });

  it('sets limits where there are none, and keeps those that are set', () => {
    expect(desiredOf(service('a')).container).toMatchObject({ cpus: 1, memoryBytes: 1024 ** 3, pids: 256 });
    const limited = service('a', { cpus: 0.5, memoryBytes: 1000, pids: 9 });
    expect(desiredOf(limited).container).toMatchObject({ cpus: 0.5, memoryBytes: 1000, pids: 9 });
    const options = { limits: { memoryBytes: 5 } };
    expect(desiredState(stack(service('a')), target, options).services.a?.container.memoryBytes).toBe(5);
  });

  it('tells a service where it is, and its base path only when it keeps it', () => {
    const expose = (basePath: 'keep' | 'strip') =>
      desiredOf(
        service('web', {
          jalon: {
            role: 'service',
            roleName: 'notebook',
            technology: null,
            expose: { port: 8888, basePath },
            job: null,
          },
        }),
      ).container;
    expect(expose('keep').environment).toEqual({
      JALON_PROJECT: 'demo',
      JALON_ENVIRONMENT: 'sandbox',
      JALON_BASE_PATH: '/s/demo/sandbox/web/',
    });
    expect(expose('strip').environment).not.toHaveProperty('JALON_BASE_PATH');
    expect(expose('keep').expose).toEqual([8888]);
  });

  it('takes the tag of a built image from the worker, else from the last deployment, else says pending', () => {
    const model = stack(service('web', { image: null, build }));
    const image = (options: Parameters<typeof desiredState>[2]) =>
      desiredState(model, target, options).services.web?.image;
    expect(image({})).toBe('jalon/demo-web:pending');
    expect(image({ builtImages: { web: 'jalon/demo-web:abc' } })).toBe('jalon/demo-web:abc');
    const resolveImage = () => 'jalon/demo-web:def';
    expect(image({ builtImages: { web: 'jalon/demo-web:abc' }, resolveImage })).toBe('jalon/demo-web:def');
    expect(image({ resolveImage: () => null })).toBe('jalon/demo-web:pending');
  });

  it('leaves jobs and profiles out, and refuses to wait for them', () => {
    const job = service('train', {
      jalon: { role: 'job', roleName: 'job', technology: null, expose: null, job: 'train' },
    });
    const debug = service('debug', { profiles: ['debug'] });
    const model = stack(service('web'), job, debug);
    expect(Object.keys(desiredState(model, target).services)).toEqual(['web']);
    expect(Object.keys(desiredState(model, target, { profiles: ['debug'] }).services)).toEqual([
      'web',
      'debug',
    ]);
    const needs = (required: boolean) =>
      stack(
        debug,
        service('web', { dependsOn: { debug: { condition: 'service_started', restart: false, required } } }),
      );
    expect(desiredState(needs(false), target).services.web?.dependsOn).toEqual({});
    expect(() => desiredState(needs(true), target)).toThrowError(
      expect.objectContaining({ code: 'COMPOSE_INVALID', message: expect.stringContaining('"debug"') }),
    );
  });

  it('has one hash for one meaning, and names the parts that differ', () => {
    const before = desiredOf(service('a', { environment: { A: '1', B: '1' } }));
    expect(desiredOf(service('a', { environment: { B: '1', A: '1' } })).configHash).toBe(before.configHash);
    const after = desiredOf(
      service('a', {
        environment: { A: '2', C: '1' },
        image: 'a:2',
        healthcheck,
        mounts: [{ type: 'volume', source: 'v', target: '/v', readOnly: true }],
        networks: { front: [] },
        labels: { x: '1' },
        cpus: 2,
      }),
    );
    expect(after.configHash).not.toBe(before.configHash);
    expect(changedParts(before.parts, after.parts)).toEqual([
      'cpus',
      'environment.A',
      'environment.B',
      'environment.C',
      'healthcheck',
      'image',
      'labels.x',
      'networks.demo-sandbox_default',
      'networks.demo-sandbox_front',
      'volumes./v',
    ]);
  });

  it('does not change a hash for another revision', () => {
    const next = desiredState(stack(service('a')), { ...target, revision: 2 }).services.a;
    expect(next?.configHash).toBe(desiredOf(service('a')).configHash);
  });
});

describe('jobContainer', () => {
  it('is a one-off that publishes nothing and is never restarted', () => {
    const train = service('train', {
      image: null,
      build,
      command: ['train'],
      restart: 'always',
      ports: [{ hostIp: '0.0.0.0', published: 80, target: 80, protocol: 'tcp' }],
      jalon: { role: 'job', roleName: 'job', technology: null, expose: null, job: 'train' },
      mounts: [{ type: 'volume', source: 'raw', target: '/data/raw', readOnly: true }],
    });
    const options = { resolveImage: () => 'jalon/demo-train:abc' };
    const job = jobContainer(stack(train), target, train, { id: 'run-id', number: 7 }, options);
    expect(job).toMatchObject({ name: 'demo-sandbox-train-run-7', image: 'jalon/demo-train:abc', build });
    expect(job.spec).toMatchObject({ command: ['train'], restart: 'no', ports: [], memoryBytes: 1024 ** 3 });
    expect(job.spec.healthcheck?.test).toEqual(['NONE']);
    expect(job.spec.mounts[0]?.source).toBe('demo-sandbox_raw');
    expect(job.spec.environment).toMatchObject({
      JALON_RUN_ID: 'run-id',
      JALON_RESULT: '/jalon/result.json',
    });
    expect(job.spec.labels).toMatchObject({
      [LABELS.kind]: 'job',
      [LABELS.run]: 'run-id',
      [COMPOSE_LABELS.oneoff]: 'True',
    });
  });
});
