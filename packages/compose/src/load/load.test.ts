// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { isDomainError } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { parseStack, type StackOptions } from '../parse-stack';

/** `file:line:column message` of every error. */
function errors(text: string, files: Record<string, string> = {}, options: StackOptions = {}): string[] {
  try {
    parseStack(text, {}, { files: new Map(Object.entries(files)), ...options });
    return [];
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.details.map(
      ({ file, line, column, message }) => `${file ?? ''}:${line}:${column} ${message}`,
    );
  }
}

function stack(text: string, files: Record<string, string> = {}, variables: Record<string, string> = {}) {
  return parseStack(text, variables, { files: new Map(Object.entries(files)) }).stack;
}

describe('extends', () => {
  it('begins from a service of the same file, through others', () => {
    const { services } = stack(`
services:
  base: {image: "a:1", environment: {A: 1}, profiles: [never]}
  middle: {extends: base, environment: [B=2]}
  web: {extends: {service: middle}, environment: {A: 3}, profiles: !reset []}
`);
    expect(services.web).toMatchObject({ image: 'a:1', environment: { A: '3', B: '2' }, profiles: [] });
    expect(services.middle?.profiles).toEqual(['never']);
  });

  it('begins from another file, whose paths are relative to it', () => {
    const files = {
      'common/base.yaml':
        'services:\n  app: {image: "a:${TAG}", env_file: app.env, extends: root}\n  root: {image: r, user: u}\n',
      'common/app.env': 'A=1\n',
    };
    const { services } = stack(
      'services: {web: {extends: {file: ./common/base.yaml, service: app}}}',
      files,
      { TAG: '7' },
    );
    expect(services.web).toMatchObject({ image: 'a:7', user: 'u', environment: { A: '1' } });
  });

  it('finds circles, also through files', () => {
    expect(errors('services:\n  a: {extends: b}\n  b: {extends: a}\n')).toEqual([
      expect.stringContaining('a → b → a'),
    ]);
    const other = 'services: {b: {extends: {file: c.yaml, service: b}}}';
    expect(
      errors('services: {a: {extends: {file: c.yaml, service: b}}}', { 'c.yaml': other }),
    ).toContainEqual(expect.stringMatching(/^c\.yaml:1:25 Services extend each other: b → b/));
  });

  it.each([
    ['/etc/passwd', 'a path of the host'],
    ['../other/compose.yaml', 'leads out of the project'],
    ['a/../../b.yaml', 'leads out of the project'],
    ['https://example.org/a.yaml', 'it is an address'],
    ['oci://example.org/a:1', 'it is an address'],
    ['git@example.org:a/b.git', 'it is a repository'],
    ['C:\\a.yaml', 'it is a path of another system'],
    ['~/a.yaml', 'home folder'],
    ['a.yaml', 'no file of this project'],
  ])('refuses %s by name', (path, reason) => {
    const [first] = errors(`services: {a: {extends: {file: '${path}', service: b}}}`);
    expect(first).toContain(reason);
    expect(first).toContain(path);
  });

  it('bounds chains that double what they hold', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `"${index + 1}"`).join(', ');
    const chain = Array.from({ length: 150 }, (_, index) => `  s${index + 1}: {extends: s${index}}`);
    const text = `services:\n  s0: {image: a, expose: [${many}]}\n${chain.join('\n')}\n`;
    expect(errors(text).join()).toContain('repeat too much');
  });
});

describe('include', () => {
  it('takes in services, volumes and networks, with the included folder’s own variables', () => {
    const files = {
      'db/compose.yaml':
        'services: {db: {image: "d:${TAG}", volumes: ["v:/v"], env_file: db.env}}\nvolumes: {v: }\n',
      'db/over.yaml': 'services: {db: {user: "${WHO}"}}\n',
      'db/.env': 'TAG=3\nWHO=inner\n',
      'db/db.env': 'A=1\n',
    };
    const text =
      'include:\n  - path: [db/compose.yaml, db/over.yaml]\nservices: {web: {image: w, depends_on: [db]}}\n';
    const { services, volumes } = stack(text, files, { WHO: 'outer' });
    expect(services.db).toMatchObject({ image: 'd:3', user: 'outer', environment: { A: '1' } });
    expect(Object.keys(volumes)).toEqual(['v']);
  });

  it('takes project_directory and env_file', () => {
    const files = {
      'x/c.yaml': 'services: {a: {image: "a:${TAG}", env_file: e.env}}',
      'y/e.env': 'FROM=y\n',
      'v.env': 'TAG=9\n',
    };
    const text = 'include: [{path: x/c.yaml, project_directory: y, env_file: v.env}]\n';
    expect(stack(text, files).services.a).toMatchObject({ image: 'a:9', environment: { FROM: 'y' } });
  });

  it('refuses what both define differently, and circles', () => {
    const files = { 'a.yaml': 'services: {web: {image: x}}', 'b.yaml': 'include: [b.yaml]\nservices: {}' };
    expect(errors('include: [a.yaml]\nservices: {web: {image: w}}', files)[0]).toContain('"services.web"');
    expect(errors('include: [a.yaml]\nservices: {web: {image: x}}', files)).toEqual([]);
    expect(errors('include: [b.yaml]\nservices: {}', files)[0]).toContain('include each other');
    const bomb: Record<string, string> = {};
    for (let index = 0; index < 12; index += 1) {
      const next = `n${index + 1}.yaml`;
      bomb[`n${index}.yaml`] = `include: [${next}, ./${next}]\n`;
    }
    expect(errors('include: [n0.yaml]\nservices: {}', { ...bomb, 'n12.yaml': 'services: {}' })[0]).toContain(
      'more than 100 files',
    );
  });

  it.each(['/etc/x.yaml', '../x.yaml', 'https://example.org/x.yaml', 'oci://x/y'])('refuses %s', (path) => {
    for (const include of [`[${path}]`, `[{path: ${path}}]`, `[{path: a.yaml, env_file: ${path}}]`])
      expect(errors(`include: ${include}\nservices: {}`, { 'a.yaml': 'services: {}' })[0]).toContain(path);
  });
});

describe('the files of a project', () => {
  it('gives variables from .env, which given ones win over', () => {
    const text = 'services: {a: {image: "${A}:${B}"}}';
    expect(stack(text, { '.env': 'A=x\nB=1' }, { B: '2' }).services.a?.image).toBe('x:2');
  });

  it('reads env_file in every form, below environment', () => {
    const files = { 'a.env': 'A=1\nB=1\nC=$A', 'b.env': 'B=2\nRAW="$A"' };
    const text = `services:
  a:
    image: a
    environment: {A: set, D: }
    env_file:
      - a.env
      - {path: b.env, format: raw}
      - {path: none.env, required: false}
`;
    expect(stack(text, files, { D: 'd' }).services.a?.environment).toEqual({
      A: 'set',
      B: '2',
      C: '1',
      D: 'd',
      RAW: '"$A"',
    });
  });

  it('lays files over each other and names them in errors', () => {
    const files = { 'over.yaml': 'services:\n  a:\n    ports: [x:y]\n' };
    expect(errors('services: {a: {image: a}}', files, { overrides: ['over.yaml'] })).toEqual([
      expect.stringMatching(/^over\.yaml:3:13 "x:y" is no port/),
    ]);
  });

  it('leaves out services of other profiles when told which are active', () => {
    const text = 'services: {a: {image: a}, b: {image: b, profiles: [x]}, c: {image: c, profiles: [y]}}';
    expect(Object.keys(parseStack(text, {}, { profiles: ['x'] }).stack.services)).toEqual(['a', 'b']);
    expect(Object.keys(parseStack(text, {}).stack.services)).toEqual(['a', 'b', 'c']);
  });
});
