import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { deriveKey } from '@jalon/config';
import { type Home, ROOT } from '../lib/home.mjs';
import type { LocalState } from './state';

export type ServiceName = 'web' | 'worker' | 'gateway';

/** Where a started platform answers. */
export interface Addresses {
  url: string;
  gatewayUrl: string;
  workerUrl: string;
}

export interface ServiceSpec {
  name: ServiceName;
  port: number;
  command: string[];
  env: Record<string, string>;
  healthUrl: string;
  healthHeaders: Record<string, string>;
  /** Changes when the process has to be started anew: another build, or other settings. */
  stamp: string;
}

export interface SpecInput {
  home: Home;
  state: LocalState;
  databaseUrl: string;
  dockerHost: string;
  ports: Record<ServiceName, number>;
  logLevel: string;
}

const SCRIPTS: Record<ServiceName, string> = {
  web: 'apps/web/.next/standalone/apps/web/main.mjs',
  worker: 'apps/worker/dist/main.mjs',
  gateway: 'apps/gateway/dist/main.mjs',
};

/**
 * Room for what is new, and for what stays. Measured by `npm run bench -- memory` and `-- portfolio`: with 2 MB for what is
 * new a fifth of web's time goes into collecting; it has more, and gives it back at rest (docs/decisions/0052).
 */
const HEAP: Record<ServiceName, string[]> = {
  web: ['--max-semi-space-size=32', '--max-old-space-size=512'],
  worker: ['--max-semi-space-size=2', '--max-old-space-size=256'],
  gateway: ['--max-semi-space-size=2', '--max-old-space-size=256'],
};

/** The bundled script of a process. */
export const scriptOf = (name: ServiceName): string => join(ROOT, SCRIPTS[name]);

/** The addresses that follow from the ports. */
export function addressesOf(ports: Record<ServiceName, number>): Addresses {
  return {
    url: `http://localhost:${ports.web}`,
    gatewayUrl: `http://localhost:${ports.gateway}`,
    workerUrl: `http://127.0.0.1:${ports.worker}`,
  };
}

/** How each process of the platform is started and asked for its health; in the order of starting. */
export function serviceSpecs(input: SpecInput): ServiceSpec[] {
  const { url, gatewayUrl, workerUrl } = addressesOf(input.ports);
  const common = {
    NODE_ENV: 'production',
    DATABASE_URL: input.databaseUrl,
    JALON_SECRET_FILE: input.home.path('secret'),
    JALON_URL: url,
    JALON_GATEWAY_URL: gatewayUrl,
    JALON_GATEWAY_INTERNAL_URL: `http://127.0.0.1:${input.ports.gateway}`,
    JALON_WORKER_URL: workerUrl,
    JALON_CONTENT_DIR: ROOT,
    DOCKER_HOST: input.dockerHost,
    HOST: '127.0.0.1',
    LOG_LEVEL: input.logLevel,
    NEXT_TELEMETRY_DISABLED: '1',
    // Memory that was needed once goes back to the machine.
    MALLOC_ARENA_MAX: '2',
    MALLOC_TRIM_THRESHOLD_: '65536',
  };
  const stream = deriveKey(input.state.secret, 'stream').toString('hex');
  const health: Record<ServiceName, string> = { web: '/api/health', worker: '/health', gateway: '/health' };

  return (['worker', 'gateway', 'web'] as const).map((name) => {
    const port = input.ports[name];
    // Next's own server reads HOSTNAME where the others read HOST.
    const env = { ...common, PORT: String(port), ...(name === 'web' ? { HOSTNAME: common.HOST } : {}) };
    const healthHeaders: Record<string, string> =
      name === 'worker' ? { authorization: `Bearer ${stream}` } : {};
    return {
      name,
      port,
      command: [process.execPath, ...HEAP[name], scriptOf(name)],
      env,
      healthUrl: `http://127.0.0.1:${port}${health[name]}`,
      healthHeaders,
      stamp: createHash('sha256')
        .update(JSON.stringify([statSync(scriptOf(name)).mtimeMs, env]))
        .digest('hex'),
    };
  });
}
