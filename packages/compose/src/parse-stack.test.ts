// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { readFileSync } from 'node:fs';
import { isDomainError } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { imagesOf } from './images-of';
import { parseStack } from './parse-stack';
import { errorsOf, fileOf } from './testing';

// A law takes hundreds of runs; a busy machine may need a while for them.
vi.setConfig({ testTimeout: 60_000 });

const contentRoot = new URL('../../../', import.meta.url);

describe('parseStack on the files that Jalon brings', () => {
  it.each([
    'samples/credit-scoring/compose.yaml',
    'docker/catalog/postgresql/compose.yaml',
    'docker/catalog/jupyterlab/compose.yaml',
    'docker/catalog/python-model/compose.yaml',
  ])('%s', (path) => {
    const text = readFileSync(new URL(path, contentRoot), 'utf8');
    const { stack } = parseStack(text, { DATABASE_PASSWORD: 'secret' });
    expect(Object.keys(stack.services).length).toBeGreaterThan(0);
    for (const service of Object.values(stack.services))
      expect(service.build?.context).toMatch(/^jalon:\/\//);
  });

  it('says what the sample needs', () => {
    const text = readFileSync(new URL('samples/credit-scoring/compose.yaml', contentRoot), 'utf8');
    expect(() => parseStack(text, {})).toThrowError(
      expect.objectContaining({
        code: 'VARIABLE_MISSING',
        message: expect.stringContaining('DATABASE_PASSWORD'),
      }),
    );
    const { stack } = parseStack(text, { DATABASE_PASSWORD: 'a' });
    expect(stack.services.train).toMatchObject({ profiles: ['jobs'], jalon: { role: 'job', job: 'train' } });
    expect(stack.services.model?.ports).toEqual([
      { hostIp: '127.0.0.1', published: 18080, target: 8000, protocol: 'tcp' },
    ]);
    expect(stack.services.jupyter?.jalon).toMatchObject({
      roleName: 'notebook',
      expose: { basePath: 'keep' },
    });
  });
});

describe('parseStack', () => {
  it('resolves anchors and merge keys; what is written wins over what is merged', () => {
    const text = `
x-base: &base
  image: app:1
  environment: &env {A: "1", B: "2"}
services:
  one: {<<: *base, command: run}
  two:
    <<: [*base]
    image: app:2
    environment: {<<: *env, B: "3"}
`;
    const { services } = parseStack(text, {}).stack;
    expect(services.one).toMatchObject({ image: 'app:1', command: ['run'], environment: { A: '1', B: '2' } });
    expect(services.two).toMatchObject({ image: 'app:2', environment: { A: '1', B: '3' } });
    expect(imagesOf(parseStack(text, {}).stack)).toEqual(['app:1', 'app:2']);
  });

  it('reads top-level networks and volumes', () => {
    const text = `
services: {a: {image: a, networks: [n, e]}}
networks:
  n: {internal: true, labels: [a=b]}
  e: {external: true, name: shared}
volumes:
  v: {driver: local, driver_opts: {type: none, o: bind, device: /}}
  w: {external: true}
  u: {name: mine}
`;
    const { stack, warnings } = parseStack(text, {});
    expect(stack.networks).toEqual({
      n: { name: 'n', external: null, internal: true, driver: null, labels: { a: 'b' } },
      e: { name: 'e', external: 'shared', internal: false, driver: null, labels: {} },
    });
    expect(stack.volumes.v?.driverOpts).toEqual({ type: 'none', o: 'bind', device: '/' });
    expect(stack.volumes.w?.external).toBe('w');
    expect(warnings).toEqual([expect.objectContaining({ path: 'volumes.u.name', line: 9, column: 13 })]);
  });

  it('reports everything at once, in the order of the file', () => {
    const text = `services:
  web:
    image: "Not An Image"
    ports: ["a:b"]
    comand: run
    environment:
      A: \${NEEDED:?say it}
    depends_on: [nobody]
  empty:
`;
    expect(errorsOf(text)).toEqual([
      '3:12 services.web.image: "Not An Image" is no image reference. Write one such as postgres:16.',
      expect.stringMatching(/^4:13 services\.web\.ports\[0\]: "a:b" is no port/),
      '5:5 services.web.comand: "comand" is no key of a service. Check the spelling, or begin it with "x-" if it is a note.',
      expect.stringMatching(/^7:10 services\.web\.environment\.A: Variable NEEDED is required: say it/),
      '8:5 services.web.depends_on: Service "nobody" does not exist. Correct the name.',
      expect.stringMatching(/^9:3 services\.empty: Expected a map/),
    ]);
  });

  it('says VARIABLE_MISSING only when nothing else is wrong', () => {
    const missing = 'services: {a: {image: "a:${TAG:?set a tag}"}}';
    expect(() => parseStack(missing, {})).toThrowError(expect.objectContaining({ code: 'VARIABLE_MISSING' }));
    expect(() => parseStack(`${missing}\nfoo: 1`, {})).toThrowError(
      expect.objectContaining({ code: 'COMPOSE_INVALID' }),
    );
  });

  it('warns once about a variable that is not set, with its place', () => {
    const { warnings, stack } = parseStack('services:\n  a:\n    image: a\n    user: $WHO\n', {});
    expect(stack.services.a?.user).toBe('');
    expect(warnings).toEqual([
      expect.objectContaining({
        line: 4,
        column: 11,
        message: expect.stringContaining('Variable WHO is not set'),
      }),
    ]);
  });

  it('quotes what the file says, never what a variable holds', () => {
    const variables = { SECRET: 'hunter2-hunter2', QUOTED: 'hun"ter2' };
    const lines = [
      'image: "Bad ${SECRET}"',
      'ports: ["80:${SECRET}"]',
      'volumes: ["data:/x:${SECRET}"]',
      'restart: ${SECRET}',
      'user: "${SECRET}"',
      'depends_on: {db: {condition: "${QUOTED}"}}',
      'build: "${SECRET}"',
      'x-jalon: {technology: "Not ${SECRET}"}',
    ];
    for (const line of lines) {
      const errors = errorsOf(fileOf(line), variables).join('\n');
      expect(errors).not.toMatch(/hunter|hun"ter/);
      if (!line.startsWith('user')) expect(errors).toMatch(/\$\{(SECRET|QUOTED)\}/);
    }
  });

  it('survives anchors that unfold without end, and brackets without end', () => {
    const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let index = 1; index < 10; index += 1) {
      const before = String.fromCharCode(96 + index);
      const name = String.fromCharCode(97 + index);
      laughs.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    expect(errorsOf(laughs.join('\n')).join()).toContain('repeats too much');
    expect(errorsOf('a: &a [*a]').join()).toContain('repeats too much');
    expect(errorsOf('['.repeat(200_000)).length).toBeGreaterThan(0);
    expect(errorsOf('x'.repeat(1_000_001))[0]).toContain('million characters');
  });

  it('returns a stack or throws a DomainError, whatever it is given', () => {
    const words = fc.constantFrom(
      'services:',
      'web:',
      'image:',
      'ports:',
      'a',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '\n      ',
      '{',
      '}',
      '[',
      ']',
      ': ',
      '&a ',
      '*a',
      '<<: ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!reset ',
      '${',
      '}',
      'null',
      '80:80',
      'x-jalon:',
      'volumes:',
      'networks:',
      'depends_on:',
      'environment:',
      'deploy:',
      'build:',
      'healthcheck:',
      '__proto__:',
      'constructor:',
      ',',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          expect(parseStack(text, { a: 'b' }).stack).toHaveProperty('services');
        } catch (error) {
          expect(isDomainError(error)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('returns a stack or throws a DomainError for any value under any key', () => {
    const keys = fc.constantFrom(
      'image',
      'build',
      'command',
      'environment',
      'labels',
      'ports',
      'expose',
      'volumes',
      'tmpfs',
      'networks',
      'depends_on',
      'links',
      'healthcheck',
      'restart',
      'init',
      'stop_grace_period',
      'cpus',
      'mem_limit',
      'pids_limit',
      'ulimits',
      'extra_hosts',
      'profiles',
      'deploy',
      'scale',
      'x-jalon',
      'privileged',
      'devices',
      'sysctls',
      'gpus',
      'secrets',
      'configs',
      'env_file',
      'label_file',
      'extends',
      'container_name',
      'logging',
      'user',
    );
    const service = fc.dictionary(keys, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });
    const other = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(service, service, other, other, (web, over, top, include) => {
        const named = { networks: { n: top }, volumes: { v: top }, secrets: { s: top }, configs: { c: top } };
        const text = JSON.stringify({ services: { web, base: { image: 'b' } }, ...named });
        const later = JSON.stringify({ services: { web: over }, ...named, include });
        const files = new Map([
          ['over.yaml', later],
          ['a', later],
        ]);
        try {
          parseStack(text, {});
        } catch (error) {
          expect(isDomainError(error)).toBe(true);
        }
        try {
          parseStack(text, {}, { files, overrides: ['over.yaml'] });
        } catch (error) {
          expect(isDomainError(error)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
