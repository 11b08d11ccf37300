import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStack } from '../parse-stack';
import { mergeFragment } from './merge-fragment';

const FILE = `# Our stack
services:
    web:   # the front
        image: web:1
        ports: [ "80:80" ]   # odd spacing stays

        command: |
            a

            b
    # a note on db
    db: {image: "db:1"}  # last

# volumes follow
volumes:
    raw:
    database: {}
x-note: 'kept'
`;
const FRAGMENT = `services:
  # what the service is
  db:
    image: redis:7 # pinned
    depends_on: [helper]
    volumes: ["database:/d", "raw:/raw:ro", {type: volume, source: database, target: /e}]
  helper:
    image: helper:1
    depends_on: {db: {condition: service_started, required: false}}
networks:
  front: {}
volumes:
  raw:
  database:
`;

describe('mergeFragment', () => {
  it('adds with free names, rewrites references, and changes no other character', () => {
    const { text, services, volumes } = mergeFragment(FILE, FRAGMENT);
    expect(services).toEqual({ db: 'db-2', helper: 'helper' });
    expect(volumes).toEqual({ raw: 'raw', database: 'database-2' });
    const added = text.split('\n').filter((line) => !FILE.split('\n').includes(line));
    const kept = text.split('\n').filter((line) => FILE.split('\n').includes(line) && line !== '');
    expect(kept).toEqual(FILE.split('\n').filter((line) => line !== ''));
    expect(added.join('\n')).toContain('    # what the service is\n    db-2:\n      image: redis:7 # pinned');
    expect(added.join('\n')).toContain('    database-2:');
    expect(() => parseStack(text, {})).toThrowError(
      expect.objectContaining({ message: expect.stringContaining('wait for each other: db-2 → helper') }),
    );
  });

  it('gives a stack that parses', () => {
    const fragment = FRAGMENT.replace('    depends_on: [helper]\n', '');
    const { stack } = parseStack(mergeFragment(FILE, fragment).text, {});
    expect(Object.keys(stack.services)).toEqual(['web', 'db', 'db-2', 'helper']);
    expect(stack.services.web?.command).toEqual(['a', 'b']);
    expect(stack.services['db-2']?.mounts.map(({ source }) => source)).toEqual([
      'database-2',
      'raw',
      'database-2',
    ]);
    expect(stack.services.helper?.dependsOn).toHaveProperty('db-2');
  });

  it('takes a name that is asked for', () => {
    const { services } = mergeFragment(FILE, 'services: {db: {image: a}}', { rename: { db: 'cache' } });
    expect(services).toEqual({ db: 'cache' });
  });

  it.each([
    ['', 'nothing'],
    ['services:\n', 'an empty section'],
    ['services:\nvolumes:\n', 'two empty sections'],
    ['services:\n  a: {image: a}', 'no last newline'],
    ['volumes:\n  v:\n', 'no services'],
    ['# only a comment\n', 'a comment'],
    ['services:\n  a:\n    image: a\n    command: |\n      x\n\n\n', 'a block at the end'],
    ['services:\n  a:\n    image: a\n    ports:\n    - "80:80"\n', 'a flat list at the end'],
  ])('adds to %j', (file) => {
    const { text } = mergeFragment(
      file,
      'services:\n  new:\n    image: n\n    volumes: ["v:/v"]\nvolumes:\n  v:\n',
    );
    expect(Object.keys(parseStack(text, {}).stack.services)).toContain('new');
  });

  it('adds each catalogue entry twice to the sample', () => {
    const root = new URL('../../../../', import.meta.url);
    let text = readFileSync(new URL('samples/credit-scoring/compose.yaml', root), 'utf8');
    for (const technology of ['postgresql', 'jupyterlab', 'python-model']) {
      const fragment = readFileSync(new URL(`docker/catalog/${technology}/compose.yaml`, root), 'utf8');
      for (let time = 0; time < 2; time += 1) text = mergeFragment(text, fragment).text;
    }
    const { stack } = parseStack(text, { DATABASE_PASSWORD: 'x' });
    expect(Object.keys(stack.services)).toContain('database-3');
    expect(stack.services['database-3']?.mounts[0]?.source).toBe('database-3');
    expect(text).toContain('# Consumer credit scoring');
  });

  it.each([
    ['services: {a: {image: a}}', 'services: {b: {image: b}}', 'braces'],
    ['services:\n  a: {image: a}\n', 'services: {b: &x {image: b}, c: *x}', 'anchors'],
    ['- a', 'services: {b: {image: b}}', 'Expected a map'],
    ['a: "', 'services: {b: {image: b}}', 'not valid YAML'],
  ])('%j and %j are refused', (file, fragment, message) => {
    expect(() => mergeFragment(file, fragment)).toThrowError(
      expect.objectContaining({ code: 'COMPOSE_INVALID', message: expect.stringContaining(message) }),
    );
  });
});

it('brings the secrets and configs that a fragment needs, once', () => {
  const fragment =
    'services:\n  api: {image: "api:1", secrets: [token]}\nsecrets:\n  token: {environment: API_TOKEN}\n';
  const once = mergeFragment(FILE, fragment).text;
  const twice = mergeFragment(once, fragment).text;
  const { stack } = parseStack(twice, { API_TOKEN: 'x' });
  expect(Object.keys(stack.secrets)).toEqual(['token']);
  expect(stack.services['api-2']?.secrets).toEqual(stack.services.api?.secrets);
});
