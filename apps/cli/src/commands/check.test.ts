import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scene } from '../testing/scene';

const scene = new Scene();
const BROKEN = `services:
  web:
    image: "NOT AN IMAGE"
    ports: ["80000:80"]
    colour: blue
  db:
    restart: sometimes
`;

beforeAll(() => {
  scene.put(
    'good.yaml',
    'name: Shop\nservices:\n  web:\n    image: web:1\n    tty: true\n  db: { image: "db:1" }\n',
  );
  scene.put('more.yaml', 'services:\n  web:\n    image: web:2\n');
  scene.put('broken.yaml', BROKEN);
  scene.put('bind/compose.yaml', 'services:\n  web:\n    image: web:1\n    volumes: ["./data:/data"]\n');
  scene.put('bind/data/x', '');
  mkdirSync(join(scene.folder, 'empty'));
});
afterAll(() => scene.close());

describe('compose check', () => {
  it('tells a file that is right in one line, with what has no effect', async () => {
    const { code, out, err } = await scene.run('compose check good.yaml');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      'good.yaml:5:5: warning: "tty" has no effect here: nobody is attached to the container.\ngood.yaml: ok, 2 services (db, web), 1 warning\n',
    );
  });

  it('tells all that is wrong, each with file, line and column', async () => {
    const { code, out } = await scene.run('compose check broken.yaml');
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "broken.yaml:3:12: error: "NOT AN IMAGE" is no image reference. Write one such as postgres:16.
      broken.yaml:4:13: error: "80000" is no port: ports go from 1 to 65535, a range from low to high.
      broken.yaml:5:5: error: "colour" is no key of a service. Check the spelling, or begin it with "x-" if it is a note.
      broken.yaml:7:5: error: Service "db" needs "image" or "build".
      broken.yaml:7:14: error: "sometimes" is no restart policy. Write no, always, on-failure or unless-stopped.
      broken.yaml: 5 errors
      "
    `);
  });

  it('tells which of several files it is in', async () => {
    scene.put('later.yaml', 'services:\n  web:\n    ports: [ "x" ]\n');
    const { code, out } = await scene.run('compose check good.yaml -f later.yaml');
    expect(code).toBe(1);
    expect(out).toContain('later.yaml:3:14: error: ');
    expect(out).toContain('good.yaml, later.yaml: 1 error\n');
  });

  it('refuses what the policy refuses, at the service, and lets through what was allowed', async () => {
    const refused = await scene.run('compose check bind/compose.yaml');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(
      `bind/compose.yaml:2:3: error: refused [bind-mount] Service "web" mounts ${scene.folder}/bind/data, which is a path of the host.`,
    );
    expect((await scene.run('compose check bind/compose.yaml --allow-bind bind/data')).code).toBe(0);
    expect((await scene.run('compose check bind/compose.yaml --allow-bind bind')).code).toBe(1);
  });

  it('judges each file by itself when asked to, and goes on after one that is not there', async () => {
    const { code, out } = await scene.run('compose check --each good.yaml none.yaml more.yaml');
    expect(code).toBe(1);
    expect(out).toContain('none.yaml cannot be read: there is no such file.');
    expect(out).toContain('more.yaml: ok, 1 service (web)\n');
  });

  it('reads standard input', async () => {
    const { code, out } = await scene.run('compose check -', { input: BROKEN });
    expect(code).toBe(1);
    expect(out).toContain('<stdin>:5:5: error: "colour" is no key of a service.');
  });

  it('gives all of it as JSON', async () => {
    const good = JSON.parse((await scene.run('compose check --json good.yaml')).out);
    expect(good).toMatchObject({ ok: true, files: ['good.yaml'], errors: [], services: ['web', 'db'] });
    expect(good.warnings).toMatchObject([
      { file: 'good.yaml', line: 5, column: 5, path: 'services.web.tty' },
    ]);
    const bad = JSON.parse(
      (await scene.run('compose check --json --each broken.yaml bind/compose.yaml')).out,
    );
    expect(bad[0]).toMatchObject({
      ok: false,
      errors: [{ line: 3 }, { line: 4 }, { line: 5 }, { line: 7 }, { line: 7 }],
    });
    expect(bad[1].refusals).toMatchObject([{ rule: 'bind-mount', line: 2, path: 'services.web' }]);
  });

  it('says when there is no file, and which cannot be read', async () => {
    expect(await scene.run('compose check', { folder: 'empty' })).toMatchObject({
      code: 1,
      err: expect.stringContaining(`There is no Compose file in ${scene.folder}/empty or above it.`),
    });
    expect(await scene.run('compose check empty')).toMatchObject({
      code: 1,
      err: 'jalon: empty cannot be read: it is a folder.\n',
    });
    expect(await scene.run('compose check nowhere.yaml')).toMatchObject({
      code: 1,
      err: 'jalon: nowhere.yaml cannot be read: there is no such file.\n',
    });
  });

  it('colours for a person, and not where NO_COLOR is set or somebody else reads', async () => {
    const coloured = await scene.run('compose check broken.yaml', { terminal: true });
    expect(coloured.out).toContain('\u001b[31merror:\u001b[0m');
    const plain = await scene.run('compose check broken.yaml', {
      terminal: true,
      environment: { NO_COLOR: '1' },
    });
    expect(plain.out).not.toContain('\u001b');
  });

  it('lets no file write to the terminal but in words', async () => {
    const nasty = 'services:\n  web:\n    image: web\n    "\\e[2Jx": 1\n';
    expect((await scene.run('compose check -', { input: nasty })).out).not.toContain('\u001b');
  });
});
