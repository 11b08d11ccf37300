import { afterAll, expect, it } from 'vitest';
import { EXIT } from '../exit';
import { Scene } from '../testing/scene';

const scene = new Scene();
afterAll(() => scene.close());

it.each([
  [
    { DOCKER_HOST: 'ssh://root@host' },
    'ssh://root@host needs JALON_SSH_HOST_KEY, the fingerprint of its host key, and an ssh-agent at SSH_AUTH_SOCK.',
  ],
  [{ DOCKER_HOST: 'ssh://root@host', JALON_SSH_HOST_KEY: 'SHA256:x' }, 'an ssh-agent at SSH_AUTH_SOCK.'],
  [
    { DOCKER_HOST: 'tcp://127.0.0.1:1', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/nowhere' },
    '/nowhere/ca.pem cannot be read: there is no such file.',
  ],
  [
    { DOCKER_HOST: 'tcp://127.0.0.1:1', DOCKER_TLS_VERIFY: '1', HOME: '/nobody' },
    '/nobody/.docker/ca.pem cannot be read: there is no such file.',
  ],
  [{ DOCKER_HOST: 'tcp://127.0.0.1:1' }, 'The Docker engine at tcp://127.0.0.1:1 does not answer'],
  [
    { DOCKER_HOST: '/var/run/docker.sock' },
    'is not the address of a Docker engine. Examples: unix:///var/run/docker.sock,',
  ],
])('an engine that cannot be reached is told in words: %o', async (environment, message) => {
  const { code, out, err } = await scene.run('compose ps -p shop', { environment });
  expect([code, out]).toEqual([EXIT.failed, '']);
  expect(err).toContain(message);
});

it('a wrong file is no reason to be unable to look or take down', async () => {
  scene.put('compose.yaml', 'services: { web: { imag: web } }\n');
  const environment = { DOCKER_HOST: 'tcp://127.0.0.1:1' };
  for (const command of ['ps', 'logs', 'down']) {
    const { code, err } = await scene.run(`compose ${command}`, { environment });
    expect(code).toBe(EXIT.failed);
    expect(err).toContain('compose.yaml:1:20: error: "imag" is no key of a service.');
    expect(err).toContain('with --project-name NAME this command needs none.\n');
    expect((await scene.run(`compose ${command} -p shop`, { environment })).err).toContain('does not answer');
  }
});
