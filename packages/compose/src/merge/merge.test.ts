import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { merge, parse } from '../compose-file';
import { normalize } from '../normalize';
import { parseStack } from '../parse-stack';

// A law takes hundreds of runs; a busy machine may need a while for them.
vi.setConfig({ testTimeout: 60_000 });

const file = (service: string): string => {
  const image = service.includes('image:') ? '' : 'image: "a:1", ';
  return `services: {web: {${image}${service}}, x: {image: x}}\nvolumes: {v: , w: }\n`;
};
const over = (base: string, ...later: string[]) => {
  const files = [base, ...later].map((service) => parse(file(service), {}));
  const [first, ...rest] = files;
  if (!first) throw new Error('no file');
  const web = normalize(merge(first, ...rest)).stack.services.web;
  if (!web) throw new Error('no service');
  return web;
};

describe('a file over another', () => {
  it('replaces texts and commands', () => {
    expect(over('image: "a:1", command: [a, b]', 'image: "b:2", command: c')).toMatchObject({
      image: 'b:2',
      command: ['c'],
    });
    const check = over('healthcheck: {test: [CMD, a], retries: 2}', 'healthcheck: {test: b}').healthcheck;
    expect(check).toMatchObject({ test: ['CMD-SHELL', 'b'], retries: 2 });
  });

  it('merges maps and lists of names, in either spelling', () => {
    expect(over('environment: [A=1, B=2]', 'environment: {B: 3, C: 4}').environment).toEqual({
      A: '1',
      B: '3',
      C: '4',
    });
    expect(over('labels: {a: 1}', 'labels: [b=2]').labels).toEqual({ a: '1', b: '2' });
    expect(over('extra_hosts: ["a:1.1.1.1"]', 'extra_hosts: {a: 2.2.2.2}').extraHosts).toEqual(['a:2.2.2.2']);
    expect(over('ulimits: {nproc: 1, nofile: 5}', 'ulimits: {nofile: {soft: 1, hard: 2}}').ulimits).toEqual({
      nproc: { soft: 1, hard: 1 },
      nofile: { soft: 1, hard: 2 },
    });
    const web = over('depends_on: {x: {condition: service_healthy, required: false}}', 'depends_on: [x]');
    expect(web.dependsOn.x).toEqual({ condition: 'service_started', required: false, restart: false });
  });

  it('appends lists, each unique resource once', () => {
    expect(
      over('ports: ["80:80", "443:443"]', 'ports: [{target: 80, published: 80}, 9000]').ports,
    ).toMatchObject([{ published: 80 }, { published: 443 }, { published: null, target: 9000 }]);
    const mounts = over('volumes: ["v:/data", "v:/x"]', 'volumes: ["w:/data/:ro"]').mounts;
    expect(mounts.map(({ source, target }) => `${source} ${target}`)).toEqual(['w /data/', 'v /x']);
    expect(over('tmpfs: /a', 'tmpfs: [/b, /a]').mounts.map(({ target }) => target)).toEqual(['/a', '/b']);
    expect(over('cap_add: [A]', 'cap_add: [B, A]').hostAccess.capAdd).toEqual(['A', 'B']);
  });

  it('obeys !reset and !override', () => {
    expect(over('ports: ["80:80"]', 'ports: !reset []').ports).toEqual([]);
    expect(over('ports: ["80:80"]', 'ports: !override ["81:80"]').ports).toMatchObject([{ published: 81 }]);
    expect(over('environment: {A: 1, B: 2}', 'environment: {A: !reset null}').environment).toEqual({
      B: '2',
    });
    expect(over('environment: {A: 1}', 'environment: !override {B: 2}').environment).toEqual({ B: '2' });
    expect(over('ports: !reset ["80:80"], command: !override [a]').ports).toEqual([]);
  });

  it('keeps what nothing is written over', () => {
    expect(over('environment: {A: 1}, ports: [80]', 'environment: , ports: ')).toMatchObject({
      environment: { A: '1' },
      ports: [{ target: 80 }],
    });
  });

  it('says where two kinds cannot meet', () => {
    const files = new Map([['over.yaml', 'services:\n  web:\n    ports: {a: b}\n']]);
    expect(() => parseStack(file('ports: [80]'), {}, { files, overrides: ['over.yaml'] })).toThrowError(
      expect.objectContaining({
        details: expect.arrayContaining([
          expect.objectContaining({ file: 'over.yaml', line: 3, column: 12 }),
        ]),
      }),
    );
  });

  it('is associative, and a file over itself is itself', () => {
    const pairs = fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.stringMatching(/^[a-z]{0,3}$/));
    const service = fc.record({
      image: fc.constantFrom('a:1', 'b:2'),
      environment: fc.oneof(
        pairs,
        pairs.map((map) => Object.entries(map).map(([name, value]) => `${name}=${value}`)),
      ),
      ports: fc.uniqueArray(fc.constantFrom('80:80', '81:80/udp', '82:82'), { maxLength: 3 }),
      cap_drop: fc.uniqueArray(fc.constantFrom('A', 'B'), { maxLength: 2 }),
      volumes: fc.uniqueArray(fc.constantFrom('v:/a', 'v:/b'), { maxLength: 2 }),
      depends_on: fc.constantFrom([], ['db'], { db: { condition: 'service_healthy' } }),
    });
    const read = (web: unknown) =>
      parse(JSON.stringify({ services: { web, db: { image: 'd' } }, volumes: { v: {} } }), {});
    const model = (result: ReturnType<typeof merge>) => normalize(result).stack;
    fc.assert(
      fc.property(service, service, service, (one, two, three) => {
        const [a, b, c] = [read(one), read(two), read(three)];
        expect(model(merge(merge(a, b), c))).toEqual(model(merge(a, merge(b, c))));
        expect(model(merge(a, a))).toEqual(model(a));
      }),
      { numRuns: 300 },
    );
  });
});
