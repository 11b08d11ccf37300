import { execFileSync } from 'node:child_process';
import { COMPOSE_LABELS, LABELS } from '@jalon/contracts';
import { testEndpoint } from '@jalon/docker/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../exit';
import { CHECKED, EngineScene, READY, service } from '../testing/engine-scene';

let scene: EngineScene;
beforeAll(async () => {
  scene = await EngineScene.open();
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

const put = (script: string) =>
  scene.files.put('compose.yaml', `services:\n${service('web', script, CHECKED)}`);

describe('others on the engine', () => {
  it('docker-compose sees the stack by its name: ps, logs', async () => {
    put(`echo hello from jalon; ${READY}`);
    expect((await scene.run('up')).code).toBe(EXIT.ok);
    const { projectName } = scene.target;
    // It wants a file that it understands; what it lists, it finds by the labels of the engine.
    const plain = scene.files.put('plain.yml', 'version: "3.3"\nservices:\n  web:\n    image: any\n');
    const compose = (...args: string[]) =>
      execFileSync('docker-compose', ['-f', plain, '-p', projectName, ...args], {
        encoding: 'utf8',
        env: { ...process.env, DOCKER_HOST: testEndpoint(), COLUMNS: '160' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    const [running] = await scene.containers();
    expect(compose('ps')).toMatch(new RegExp(`^${projectName}-web-1 .* Up \\(healthy\\)`, 'm'));
    expect(compose('ps', '-q').trim()).toBe(running?.id);
    expect(compose('logs', '--no-color')).toContain('hello from jalon');
  });

  it.each([
    [
      'a platform',
      { [LABELS.managed]: 'true', [LABELS.environmentId]: 'another' },
      'belongs to a Jalon platform on this engine',
    ],
    ['plain Compose', {}, 'was not made by Jalon'],
  ])(
    'what %s has under the same name is left alone: up is refused before anything is done',
    async (_who, labels, said) => {
      put(READY);
      const { projectName } = scene.target;
      const Name = `${projectName}_data`;
      await scene.host.docker.createVolume({
        Name,
        Labels: { [COMPOSE_LABELS.project]: projectName, ...labels },
      });
      for (const command of ['plan', 'up']) {
        const { code, out } = await scene.run(command);
        expect(code).toBe(EXIT.failed);
        expect(out).toContain(
          `refused [name-taken] The name ${projectName} is taken: the volume ${Name} ${said}.`,
        );
      }
      expect((await scene.run('down --volumes --yes')).code).toBe(EXIT.ok);
      expect(await scene.containers()).toEqual([]);
      expect((await scene.host.docker.getVolume(Name).inspect()).Name).toBe(Name);
      await scene.host.docker.getVolume(Name).remove();
    },
  );

  it('says so when no engine answers, and which', async () => {
    put(READY);
    const environment = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };
    for (const command of ['plan', 'up', 'ps', 'logs', 'down']) {
      const { code, out, err } = await scene.run(command, { environment });
      expect([code, out]).toEqual([EXIT.failed, '']);
      expect(err).toContain('unix:///nowhere/docker.sock');
      expect(err).not.toMatch(/^\s+at /m);
    }
    const wrong = await scene.run('plan', { environment: { DOCKER_HOST: 'nonsense' } });
    expect(wrong).toMatchObject({
      code: EXIT.failed,
      err: expect.stringContaining('is not the address of a Docker engine'),
    });
  });
});
