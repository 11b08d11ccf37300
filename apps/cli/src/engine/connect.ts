import { join } from 'node:path';
import { DomainError } from '@jalon/contracts';
import type { DockerEngine, EndpointCredentials } from '@jalon/docker';
import { createLogger } from '@jalon/logger';
import type { PolicyAllowance } from '@jalon/reconciler';
import type { Io } from '../io';
import { readText } from '../stack/read-text';

const DEFAULT_ENDPOINT = 'unix:///var/run/docker.sock';
const DEFAULT_PYTHON_BASE = 'jalon/python-base:bookworm';

export interface ConnectOptions {
  /** Folder of the project: what may be built lies in it. */
  folder?: string;
  allowance?: PolicyAllowance;
}

/**
 * The engine that DOCKER_HOST names. Nothing is asked of it yet.
 * @throws DomainError VALIDATION for an address that is none or lacks its key, NOT_FOUND for a certificate that is not there
 */
export async function connect(
  io: Io,
  { folder, allowance = {} }: ConnectOptions = {},
): Promise<DockerEngine> {
  // The client is ten times the rest of the program: what only reads files starts without it.
  const { createDockerEngine } = await import('@jalon/docker');
  const { environment } = io;
  const endpoint = environment.DOCKER_HOST || DEFAULT_ENDPOINT;
  return createDockerEngine({
    endpoint,
    ...credentials(io, endpoint),
    logger: createLogger('jalon', {
      level: environment.JALON_DEBUG ? 'debug' : 'silent',
      destination: { write: (line) => io.err.write(line) },
    }),
    contentDir: io.contentDir,
    pythonBase: environment.JALON_PYTHON_BASE || DEFAULT_PYTHON_BASE,
    allowance,
    clock: io.clock,
    ...(folder === undefined ? {} : { projectDir: folder }),
  });
}

function credentials({ environment }: Io, endpoint: string): EndpointCredentials {
  if (endpoint.startsWith('ssh://')) {
    const hostKeySha256 = (environment.JALON_SSH_HOST_KEY ?? '').replace(/^SHA256:/, '');
    const agentSocket = environment.SSH_AUTH_SOCK ?? '';
    if (hostKeySha256 === '' || agentSocket === '')
      throw new DomainError(
        'VALIDATION',
        `${endpoint} needs JALON_SSH_HOST_KEY, the fingerprint of its host key, and an ssh-agent at SSH_AUTH_SOCK.`,
      );
    return { ssh: { hostKeySha256, agentSocket } };
  }
  if (!endpoint.startsWith('tcp://') || (environment.DOCKER_TLS_VERIFY ?? '') === '') return {};
  const folder = environment.DOCKER_CERT_PATH || join(environment.HOME ?? '', '.docker');
  const pem = (name: string): string => readText(join(folder, name), join(folder, name));
  return { tls: { ca: pem('ca.pem'), cert: pem('cert.pem'), key: pem('key.pem') } };
}
