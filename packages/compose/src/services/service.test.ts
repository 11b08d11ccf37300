// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { describe, expect, it } from 'vitest';
import { errorsOf, fileOf, serviceOf, warningsOf } from '../testing';

describe('environment and labels', () => {
  it('reads a map as it is written', () => {
    expect(
      serviceOf('environment: {A: 1.10, B: true, C: "", D: 0755, E: "${V}"}', { V: 'v' }).environment,
    ).toEqual({
      A: '1.10',
      B: 'true',
      C: '',
      D: '0755',
      E: 'v',
    });
  });

  it('reads a list, and passes on names without a value', () => {
    const lines = 'environment: ["A=b=c", "B=", C, D]';
    expect(serviceOf(lines, { C: 'given' }).environment).toEqual({ A: 'b=c', B: '', C: 'given' });
    expect(warningsOf(lines, { C: 'given' })).toEqual([expect.stringContaining('Variable D is passed on')]);
  });

  it.each([
    'environment: ["1A=b"]',
    'environment: ["=b"]',
    'environment: ["__proto__=b"]',
    'environment: {A: [1]}',
  ])('%s is refused', (lines) => expect(errorsOf(fileOf(lines))).toHaveLength(1));

  it('reads labels in both forms', () => {
    expect(serviceOf('labels: ["a=b", c]').labels).toEqual({ a: 'b', c: '' });
    expect(serviceOf('labels: {a: 1}').labels).toEqual({ a: '1' });
  });
});

describe('command and entrypoint', () => {
  it('splits a text, keeps a list, and tells nothing from empty', () => {
    expect(serviceOf(`command: sh -c "echo 'a b'"`).command).toEqual(['sh', '-c', "echo 'a b'"]);
    expect(serviceOf('entrypoint: ["a b", 3]').entrypoint).toEqual(['a b', '3']);
    expect(serviceOf('command: []').command).toEqual([]);
    expect(serviceOf('command:').command).toBeNull();
    expect(errorsOf(fileOf(`command: 'echo "a'`))[0]).toContain('never closed');
  });
});

describe('build', () => {
  it('takes an address, short and long', () => {
    expect(serviceOf('build: jalon://model-template').build).toEqual({
      context: 'jalon://model-template',
      dockerfile: 'Dockerfile',
      args: {},
      target: null,
    });
    const long = 'build: {context: "jalon://samples/a/b", dockerfile: d/F, args: [A=1], target: run}';
    expect(serviceOf(long).build).toEqual({
      context: 'jalon://samples/a/b',
      dockerfile: 'd/F',
      args: { A: '1' },
      target: 'run',
    });
  });

  it.each([
    'build: .',
    'build: jalon://samples/../secret',
    'build: jalon://etc/passwd',
    'build: https://example.org/a.git',
    'build: {dockerfile: F}',
    'build: {context: "jalon://model-template", dockerfile: ../F}',
    'build: {context: "jalon://model-template", dockerfile: /F}',
    'build: {context: "jalon://model-template", ssh: [default]}',
    'build: {context: "jalon://model-template", args: {BASE_IMAGE: "jalon://x/.."}}',
  ])('%s is refused', (lines) => {
    expect(errorsOf(fileOf(lines))).toHaveLength(1);
  });
});

describe('depends_on, healthcheck, networks', () => {
  it('reads depends_on in both forms, and links', () => {
    const started = { condition: 'service_started', restart: false, required: true };
    expect(serviceOf('depends_on: [db]').dependsOn).toEqual({ db: started });
    expect(serviceOf('links: ["db"]').dependsOn).toEqual({ db: started });
    const long = 'depends_on: {db: {condition: service_healthy, restart: true, required: false}}';
    expect(serviceOf(long).dependsOn).toEqual({
      db: { condition: 'service_healthy', restart: true, required: false },
    });
  });

  it('reads a health check', () => {
    const check = (lines: string) => serviceOf(`healthcheck: {${lines}}`).healthcheck;
    expect(check('test: curl -f x, interval: 1m30s, timeout: 3s, retries: 5, start_period: 1s')).toEqual({
      test: ['CMD-SHELL', 'curl -f x'],
      intervalMs: 90_000,
      timeoutMs: 3000,
      startPeriodMs: 1000,
      retries: 5,
    });
    expect(check('test: ["CMD", "true"]')?.test).toEqual(['CMD', 'true']);
    expect(check('disable: true')?.test).toEqual(['NONE']);
    expect(check('interval: 5s')?.test).toEqual([]);
    expect(errorsOf(fileOf('healthcheck: {test: [curl, x]}'))[0]).toContain('begins with CMD');
    expect(errorsOf(fileOf('healthcheck: {interval: 5}'))[0]).toContain('30s');
  });

  it('joins the default network only when no other is named', () => {
    expect(serviceOf('').networks).toEqual({ default: [] });
    expect(serviceOf('networks: [front, back]').networks).toEqual({ front: [], back: [] });
    expect(serviceOf('networks: {front: {aliases: [a]}, back: }').networks).toEqual({
      front: ['a'],
      back: [],
    });
    expect(serviceOf('networks: [default]').networks).toEqual({ default: [] });
    expect(errorsOf(fileOf('networks: {front: {ipv4_address: 10.0.0.2}}'))[0]).toContain('ipv4_address');
  });
});

describe('limits and the rest', () => {
  it('reads limits at the top and under deploy', () => {
    expect(serviceOf('mem_limit: 512m\ncpus: 0.5\npids_limit: 64\nshm_size: 64m')).toMatchObject({
      memoryBytes: 536_870_912,
      cpus: 0.5,
      pids: 64,
      shmBytes: 67_108_864,
    });
    const deploy =
      'deploy: {resources: {limits: {cpus: "1.5", memory: 1G, pids: 9}}, restart_policy: {condition: any}}';
    expect(serviceOf(deploy)).toMatchObject({
      cpus: 1.5,
      memoryBytes: 1_073_741_824,
      pids: 9,
      restart: 'always',
    });
  });

  it('reads ulimits', () => {
    expect(serviceOf('ulimits: {nproc: 65, nofile: {soft: 10, hard: 20}}').ulimits).toEqual({
      nproc: { soft: 65, hard: 65 },
      nofile: { soft: 10, hard: 20 },
    });
  });

  it('reads the simple keys', () => {
    const lines = [
      'user: "1000:1000"',
      'working_dir: /app',
      'hostname: h',
      'init: true',
      'read_only: true',
      'stop_signal: SIGINT',
      'stop_grace_period: 1m',
      'profiles: [a, b]',
      'restart: no',
      'extra_hosts: ["a:10.0.0.1", "b=10.0.0.2"]',
    ];
    expect(serviceOf(lines.join('\n'))).toMatchObject({
      user: '1000:1000',
      workingDir: '/app',
      hostname: 'h',
      init: true,
      readOnly: true,
      stopSignal: 'SIGINT',
      stopGracePeriodMs: 60_000,
      profiles: ['a', 'b'],
      restart: 'no',
      extraHosts: ['a:10.0.0.1', 'b:10.0.0.2'],
    });
  });

  it('captures what asks for power over the host', () => {
    const lines = [
      'privileged: true',
      'cap_add: [SYS_ADMIN]',
      'devices: ["/dev/kvm"]',
      'security_opt: ["seccomp:unconfined"]',
      'network_mode: host',
      'pid: host',
      'ipc: host',
      'userns_mode: host',
      'cgroup_parent: /x',
      'sysctls: {net.core.somaxconn: 1}',
      'uts: host',
      'volumes_from: [db]',
    ];
    expect(serviceOf(lines.join('\n')).hostAccess).toEqual({
      privileged: true,
      capAdd: ['SYS_ADMIN'],
      devices: ['/dev/kvm'],
      securityOpt: ['seccomp:unconfined'],
      networkMode: 'host',
      pid: 'host',
      ipc: 'host',
      usernsMode: 'host',
      cgroupParent: '/x',
      sysctls: ['net.core.somaxconn=1'],
      other: [
        { key: 'uts', value: 'host', written: 'host' },
        { key: 'volumes_from', value: 'db', written: ['db'] },
      ],
    });
  });

  it('names every key that has no effect', () => {
    for (const key of [
      'container_name: x',
      'logging: {driver: json-file}',
      'tty: true',
      'platform: linux/amd64',
    ])
      expect(warningsOf(key)).toEqual([expect.stringContaining(`"${key.split(':')[0]}" has no effect`)]);
    expect(warningsOf('x-note: anything')).toEqual([]);
  });

  it('reads x-jalon', () => {
    expect(serviceOf('x-jalon: {role: database, technology: postgresql}').jalon).toEqual({
      role: 'service',
      roleName: 'database',
      technology: 'postgresql',
      expose: null,
      job: null,
    });
    expect(serviceOf('x-jalon: {role: model, expose: {port: 8000, basePath: keep}}').jalon).toMatchObject({
      role: 'model',
      expose: { port: 8000, basePath: 'keep' },
    });
  });
});
