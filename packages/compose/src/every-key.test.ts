import { isDomainError } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { parseStack } from './parse-stack';

/**
 * Every key of the Compose Specification's schema and what becomes of it. read: it is in the model; policy: it is in the
 * model, and the policy refuses it; named: a warning says that it does nothing; refused: an error says what to write.
 */
const SERVICE: Record<'read' | 'policy' | 'named' | 'refused', Record<string, string>> = {
  read: {
    build: '{context: jalon://model-template}',
    command: 'run',
    configs: '[c]',
    depends_on: '[other]',
    deploy: '{resources: {limits: {cpus: 1}}}',
    entrypoint: '/run',
    env_file: 'e.env',
    environment: '{A: 1}',
    expose: '[80]',
    extends: 'other',
    extra_hosts: '["a:10.0.0.1"]',
    healthcheck: '{test: "true"}',
    hostname: 'h',
    image: 'b',
    init: 'true',
    label_file: 'e.env',
    labels: '{a: b}',
    links: '[other]',
    mem_limit: '1g',
    cpus: '1',
    networks: '[n]',
    pids_limit: '10',
    ports: '[80]',
    profiles: '[p]',
    read_only: 'true',
    restart: 'always',
    scale: '2',
    secrets: '[s]',
    shm_size: '1g',
    stop_grace_period: '1s',
    stop_signal: 'SIGINT',
    tmpfs: '/t',
    ulimits: '{nofile: 1}',
    user: 'u',
    volumes: '["v:/v"]',
    working_dir: '/w',
  },
  policy: {
    blkio_config: '{weight: 1}',
    cap_add: '[A]',
    cgroup: 'host',
    cgroup_parent: 'p',
    credential_spec: '{file: a}',
    device_cgroup_rules: '["c 1:3 mr"]',
    devices: '["/dev/a"]',
    gpus: 'all',
    group_add: '[1]',
    ipc: 'host',
    isolation: 'default',
    network_mode: 'host',
    oom_kill_disable: 'true',
    oom_score_adj: '1',
    pid: 'host',
    privileged: 'true',
    runtime: 'r',
    security_opt: '[a]',
    storage_opt: '{size: 1G}',
    sysctls: '{a: 1}',
    use_api_socket: 'true',
    userns_mode: 'host',
    uts: 'host',
    volumes_from: '[other]',
  },
  named: {
    annotations: '{a: b}',
    attach: 'false',
    cap_drop: '[ALL]',
    container_name: 'c',
    cpu_count: '1',
    cpu_percent: '1',
    cpu_period: '1',
    cpu_quota: '1',
    cpu_rt_period: '1',
    cpu_rt_runtime: '1',
    cpu_shares: '1',
    cpuset: '"0"',
    develop: '{watch: []}',
    logging: '{driver: none}',
    mac_address: 'a',
    mem_reservation: '1g',
    mem_swappiness: '1',
    memswap_limit: '1g',
    platform: 'linux',
    pull_policy: 'always',
    pull_refresh_after: '1d',
    stdin_open: 'true',
    tty: 'true',
  },
  refused: {
    dns: '1.1.1.1',
    dns_opt: '[a]',
    dns_search: 'a',
    domainname: 'd',
    external_links: '[a]',
    models: '[m]',
    post_start: '[{command: a}]',
    pre_stop: '[{command: a}]',
    provider: '{type: a}',
  },
};

const files = new Map([['e.env', 'A=1']]);
const rest =
  'networks: {n: }\nvolumes: {v: }\nsecrets: {s: {file: e.env}}\nconfigs: {c: {content: x}}\nx-note: 1\n';

function read(service: string) {
  const image = /^(image|build):/.test(service) ? '' : 'image: a, ';
  const text = `services:\n  web: {${image}${service}}\n  other: {image: o, user: someone}\n${rest}`;
  try {
    return { ...parseStack(text, {}, { files }), errors: [] };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { stack: null, warnings: [], errors: [...error.details] };
  }
}

const plain = JSON.stringify(read('image: a').stack?.services.web);
const rows = (kind: keyof typeof SERVICE) => Object.entries(SERVICE[kind]);

describe('every key of a service', () => {
  it.each(rows('read'))('%s is read', (key, value) => {
    const { stack, warnings, errors } = read(`${key}: ${value}`);
    expect([...errors, ...warnings]).toEqual([]);
    expect(JSON.stringify(stack?.services.web)).not.toBe(plain);
  });

  it.each(rows('policy'))('%s is left to the policy', (key, value) => {
    const { stack, errors } = read(`${key}: ${value}`);
    expect(errors).toEqual([]);
    const access = JSON.stringify(stack?.services.web?.hostAccess);
    expect(access).not.toBe(JSON.stringify(JSON.parse(plain).hostAccess));
  });

  it.each(rows('named'))('%s is named as doing nothing', (key, value) => {
    const { warnings, errors } = read(`${key}: ${value}`);
    expect(errors).toEqual([]);
    expect(warnings.map(({ path, line }) => `${line} ${path}`)).toEqual([`2 services.web.${key}`]);
    expect(warnings[0]?.message).toContain(`"${key}"`);
  });

  it.each(rows('refused'))('%s is refused with advice', (key, value) => {
    const { errors } = read(`${key}: ${value}`);
    expect(errors.map(({ path, line }) => `${line} ${path}`)).toEqual([`2 services.web.${key}`]);
    expect(errors[0]?.message).not.toContain('is no key of a service');
  });

  it('and no other', () => {
    expect(read('imaeg: a').errors[0]?.message).toContain('is no key of a service');
    expect(read('x-anything: {a: [1]}').errors).toEqual([]);
  });
});

describe('every key of the rest of the file', () => {
  const top = (text: string) => {
    try {
      const { warnings } = parseStack(`services: {a: {image: a}}\n${text}\n`, {}, { files });
      return warnings.length > 0 ? 'named' : 'read';
    } catch (error) {
      if (!isDomainError(error)) throw error;
      expect(error.details.every(({ line, column }) => line === 2 && (column ?? 0) > 0)).toBe(true);
      return 'refused';
    }
  };

  it.each([
    ['version: "3"', 'read'],
    ['name: a', 'named'],
    ['include: []', 'read'],
    ['models: {}', 'refused'],
    ['x-a: 1', 'read'],
    ['networks: {n: {driver: bridge}}', 'read'],
    ['networks: {n: {driver_opts: {a: b}}}', 'refused'],
    ['networks: {n: {ipam: {config: [{subnet: 10.0.0.0/8}]}}}', 'named'],
    ['networks: {n: {external: true, name: a}}', 'read'],
    ['networks: {n: {internal: true}}', 'read'],
    ['networks: {n: {attachable: true}}', 'named'],
    ['networks: {n: {enable_ipv4: false}}', 'refused'],
    ['networks: {n: {enable_ipv6: true}}', 'refused'],
    ['networks: {n: {labels: [a=b]}}', 'read'],
    ['networks: {n: {name: a}}', 'named'],
    ['volumes: {v: {driver: local, driver_opts: {a: b}, labels: {a: b}}}', 'read'],
    ['volumes: {v: {external: true, name: a}}', 'read'],
    ['volumes: {v: {name: a}}', 'named'],
    ['volumes: {v: {x-a: 1}}', 'read'],
    ['secrets: {s: {file: e.env}}', 'read'],
    ['secrets: {s: {environment: NONE}}', 'refused'],
    ['secrets: {s: {external: true}}', 'refused'],
    ['secrets: {s: {file: e.env, labels: {a: b}}}', 'named'],
    ['secrets: {s: {file: e.env, name: a}}', 'named'],
    ['secrets: {s: {file: e.env, driver: a}}', 'refused'],
    ['secrets: {s: {file: e.env, driver_opts: {}}}', 'refused'],
    ['secrets: {s: {file: e.env, template_driver: a}}', 'refused'],
    ['configs: {c: {content: a}}', 'read'],
    ['configs: {c: {file: e.env}}', 'read'],
    ['configs: {c: {external: true}}', 'refused'],
    ['configs: {c: {content: a, template_driver: b}}', 'refused'],
  ])('%s is %s', (text, fate) => expect(top(text)).toBe(fate));
});
