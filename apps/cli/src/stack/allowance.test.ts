import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Scene } from '../testing/scene';

const scene = new Scene();
beforeAll(() => {
  scene.put('data/x', '');
  symlinkSync('/', join(scene.folder, 'link'));
});
afterAll(() => scene.close());

const check = (volume: string, options: string) =>
  scene.run(`compose check - ${options}`, {
    input: `services: { web: { image: web, volumes: [ "${volume}:/in" ] } }\n`,
  });

it('opens exactly the path that was named, however it is written', async () => {
  expect((await check('./data', '--allow-bind data')).code).toBe(0);
  expect((await check(`${scene.folder}/data`, '--allow-bind ./data/')).code).toBe(0);
  expect((await check('./data/x', '--allow-bind data')).code).toBe(1);
  expect((await check('.', '--allow-bind data')).code).toBe(1);
});

it('opens nothing through a link, and never what holds the host', async () => {
  const { code, err } = await check('./link', '--allow-bind link');
  expect(code).toBe(64);
  expect(err).toContain('--allow-bind link: this leads to / through a link. Name that instead.');
  expect((await check('/', '--allow-bind /')).out).toContain('refused [bind-mount]');
  const socket = await check('/var/run/docker.sock', '--allow-bind /run/docker.sock');
  expect(socket.out).toContain('refused [engine-socket]');
  expect((await check('~', '--allow-bind data')).out).toContain('refused [bind-mount]');
});

it('opens a port and an external volume by name', async () => {
  const input =
    'services: { web: { image: web, ports: ["80:80"], volumes: ["v:/v"] } }\nvolumes: { v: { external: true, name: shared } }\n';
  const refused = await scene.run('compose check -', { input });
  expect(refused.out).toContain('[privileged-port]');
  expect(refused.out).toContain('[external-volume]');
  expect((await scene.run('compose check - --allow-port 80 --allow-external shared', { input })).code).toBe(
    0,
  );
});

it('gives no capability, and has no option that would', async () => {
  const input = 'services: { web: { image: web, cap_add: [CHOWN] } }\n';
  const { code, out } = await scene.run('compose check -', { input });
  expect(code).toBe(1);
  expect(out).toContain('[added-capability]');
  expect(out).toContain('only an admin of Jalon can');
  expect((await scene.run('compose check - --allow-capability CHOWN', { input })).code).toBe(64);
});
