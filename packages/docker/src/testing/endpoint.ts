const DEFAULT_ENDPOINT = 'unix:///var/run/docker.sock';

/** The engine that tests run against: DOCKER_HOST, or the socket of this machine. Tests have no other configuration. */
export function testEndpoint(): string {
  return process.env.DOCKER_HOST || DEFAULT_ENDPOINT;
}
