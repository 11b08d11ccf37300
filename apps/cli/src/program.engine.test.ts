import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testEndpoint } from '@jalon/docker/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from './exit';
import { CHECKED, EngineScene, READY, service } from './testing/engine-scene';

const HOME = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = join(HOME, 'bin/jalon.mjs');

let scene: EngineScene;
beforeAll(async () => {
  execFileSync(process.execPath, ['build.mjs'], { cwd: HOME });
  scene = await EngineScene.open();
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

const environment = { PATH: process.env.PATH ?? '', DOCKER_HOST: testEndpoint() };
const start = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: scene.files.folder,
    env: environment,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};

describe('the built program', () => {
  it('runs from any folder, with exit codes and streams of a process', () => {
    expect(start('--version')).toEqual({
      code: 0,
      out: expect.stringMatching(/^jalon \d+\.\d+\.\d+\n$/),
      err: '',
    });
    expect(start('compose', 'check', '--what')).toMatchObject({ code: EXIT.usage, out: '' });
    const input = 'services: { web: { imag: 1 } }\n';
    const child = spawnSync(process.execPath, [PROGRAM, 'compose', 'check', '-'], {
      input,
      encoding: 'utf8',
    });
    expect([child.status, child.stderr]).toEqual([EXIT.failed, '']);
    expect(child.stdout).toContain('<stdin>:1:20: error: "imag" is no key of a service.');
    expect(start('compose', 'ps', '-p', 'nobody-has-this')).toMatchObject({ code: 0, out: '' });
  });

  it('ends quietly when nobody reads on', async () => {
    const services = Array.from(
      { length: 190 },
      (_, index) => `  s${index}: { image: "x:1", tty: true }`,
    ).join('\n');
    scene.files.put('long.yaml', `services:\n${services}\n`);
    const child = spawn(process.execPath, [PROGRAM, 'compose', 'check', 'long.yaml'], {
      cwd: scene.files.folder,
    });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.destroy();
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });

  it('is told to stop with Ctrl-C: it puts back what it had begun, and ends as shells expect', async () => {
    scene.files.put('compose.yaml', `services:\n${service('web', 'while true; do sleep 1; done', CHECKED)}`);
    const { project, environment: name } = scene.target;
    const child = spawn(process.execPath, [PROGRAM, 'compose', 'up', '-p', project, '-e', name], {
      cwd: scene.files.folder,
      env: environment,
    });
    let err = '';
    child.stderr.on('data', (chunk) => {
      const waited = err.includes('… wait until');
      err += chunk;
      if (!waited && err.includes('… wait until')) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(EXIT.cancelled);
    expect(err).toContain('Stopped, with their logs still there: web\n');
    expect(await scene.containers()).toMatchObject([{ state: 'exited' }]);
  });

  it('that is killed leaves nothing that the next up does not put right', async () => {
    const put = (script: string) =>
      scene.files.put('compose.yaml', `services:\n${service('web', script, CHECKED)}`);
    put(READY);
    const { project, environment: name } = scene.target;
    const words = ['compose', 'up', '-p', project, '-e', name];
    expect(start(...words)).toMatchObject({ code: 0 });
    const [before] = await scene.containers();
    put('while true; do sleep 1; done');
    const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: scene.files.folder, env: environment });
    child.stderr.on('data', (chunk) => {
      if (String(chunk).includes('… wait until')) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect((await scene.containers()).map((one) => one.name)).toEqual([before?.name, `${before?.name}.old`]);
    put(READY);
    expect(start(...words)).toMatchObject({ code: 0 });
    expect(await scene.containers()).toEqual([before]);
  });

  it('says what to do where it is not built', () => {
    const bin = join(scene.files.folder, 'elsewhere/bin');
    mkdirSync(bin, { recursive: true });
    copyFileSync(PROGRAM, join(bin, 'jalon.mjs'));
    const { status, stderr } = spawnSync(process.execPath, [join(bin, 'jalon.mjs')], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('\n  npm run build -w @jalon/cli\n')]);
  });
});
