import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Scene } from '../testing/scene';

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});
afterEach(() => scene.close());

const WITH_VARIABLES = `services:
  web:
    image: "web:\${TAG:-none}"
    environment:
      WHO: "\${WHO:-nobody}"
`;

async function model(line: string, circumstances: Parameters<Scene['run']>[1] = {}) {
  const { code, out, err } = await scene.run(`compose convert --format json ${line}`, circumstances);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe('which files are read', () => {
  it('is the one here or in the nearest folder above, with its override', async () => {
    scene.put('docker-compose.yml', 'services: { web: { image: "web:1" } }\n');
    scene.put('compose.override.yaml', 'services: { web: { image: "web:2" } }\n');
    mkdirSync(join(scene.folder, 'src/deep'), { recursive: true });
    expect((await model('', { folder: 'src/deep' })).services.web.image).toBe('web:2');
    scene.put('src/compose.yaml', 'services: { web: { image: "web:3" } }\n');
    expect((await model('', { folder: 'src/deep' })).services.web.image).toBe('web:3');
  });

  it('is what COMPOSE_FILE names, unless an argument does', async () => {
    scene.put('a.yaml', 'services: { web: { image: "web:a" } }\n');
    scene.put('b.yaml', 'services: { web: { image: "web:b" } }\n');
    const environment = { COMPOSE_FILE: 'a.yaml:b.yaml' };
    expect((await model('', { environment })).services.web.image).toBe('web:b');
    expect((await model('a.yaml', { environment })).services.web.image).toBe('web:a');
    expect((await model('b.yaml -f a.yaml', { environment })).services.web.image).toBe('web:a');
  });

  it('may lie elsewhere where it is named, but may not name what does', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'jalon-elsewhere-'));
    writeFileSync(join(elsewhere, 'over.yaml'), 'services: { web: { image: "web:over" } }\n');
    writeFileSync(join(elsewhere, 'secret.env'), 'PASSWORD=hunter2\n');
    scene.put('compose.yaml', 'services: { web: { image: "web:1" } }\n');
    expect((await model(`compose.yaml ${elsewhere}/over.yaml`)).services.web.image).toBe('web:over');
    for (const name of [`${elsewhere}/secret.env`, '../secret.env', 'link.env', 'folder/secret.env']) {
      rmSync(join(scene.folder, 'link.env'), { force: true });
      rmSync(join(scene.folder, 'folder'), { force: true });
      symlinkSync(join(elsewhere, 'secret.env'), join(scene.folder, 'link.env'));
      symlinkSync(elsewhere, join(scene.folder, 'folder'));
      scene.put('climbs.yaml', `services: { web: { image: web, env_file: "${name}" } }\n`);
      const { code, out, err } = await scene.run('compose convert climbs.yaml');
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^climbs\.yaml:1:\d+: error: "/);
      expect(err).not.toContain('hunter2');
    }
    rmSync(elsewhere, { recursive: true });
  });

  it('reads what lies in the project: extends, include, env_file, also behind a link that stays within', async () => {
    scene.put('base/common.yaml', 'services: { base: { image: "base:1", env_file: vars.env } }\n');
    scene.put('base/vars.env', 'A=1\n');
    scene.put('real.env', 'B=2\n');
    symlinkSync('real.env', join(scene.folder, 'linked.env'));
    scene.put(
      'compose.yaml',
      'include: [ base/common.yaml ]\nservices: { web: { extends: { file: base/common.yaml, service: base }, env_file: linked.env } }\n',
    );
    const { services } = await model('');
    expect(services.base.environment).toEqual({ A: '1' });
    expect(services.web).toMatchObject({ image: 'base:1', environment: { A: '1', B: '2' } });
  });
});

describe('variables', () => {
  it('come from the process before the .env of the project', async () => {
    scene.put('compose.yaml', WITH_VARIABLES);
    scene.put('.env', 'TAG=project\nWHO=project\n');
    const { web } = (await model('', { environment: { WHO: 'process' } })).services;
    expect([web.image, web.environment.WHO]).toEqual(['web:project', 'process']);
  });

  it('come from the files of --env-file instead of .env, the later of them first', async () => {
    scene.put('compose.yaml', WITH_VARIABLES);
    scene.put('.env', 'TAG=project\nWHO=project\n');
    scene.put('one.env', 'TAG=one\nWHO=one\n');
    scene.put('two.env', 'TAG=two\n');
    const { web } = (await model('--env-file one.env --env-file two.env')).services;
    expect([web.image, web.environment.WHO]).toEqual(['web:two', 'one']);
    expect((await model('--env-file two.env')).services.web.environment.WHO).toBe('nobody');
  });

  it('say where an environment file is wrong, and what is missing', async () => {
    scene.put('compose.yaml', `services:\n  web:\n    image: web:\${TAG:?say which}\n`);
    scene.put('bad.env', 'A=1\n=x\n');
    expect(await scene.run('compose convert --env-file bad.env')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^bad\.env:2:1: error: /),
    });
    expect(await scene.run('compose convert --env-file none.env')).toMatchObject({
      code: 1,
      err: 'jalon: none.env cannot be read: there is no such file.\n',
    });
    expect((await scene.run('compose convert')).err).toContain('compose.yaml:3:12: error: ');
  });
});

describe('compose convert', () => {
  it('writes a file that means the same, with folders as they were named', async () => {
    scene.put('api/Dockerfile', 'FROM scratch\n');
    scene.put(
      'compose.yaml',
      'services:\n  api: { build: ./api, volumes: ["./data:/data", "v:/v"], depends_on: [db] }\n  db: { image: "db:1", profiles: [x] }\nvolumes: { v: }\n',
    );
    const first = await scene.run('compose convert');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('context: "./api"');
    expect(first.out).toContain('source: "./data"');
    expect(await scene.run('compose convert -', { input: first.out })).toEqual(first);
    const narrow = await scene.run('compose convert --profile none');
    expect(narrow.code).toBe(1);
    expect((await model('--profile x')).services).toHaveProperty('db');
  });
});
