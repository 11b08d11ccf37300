import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { scriptOf } from '../../../../scripts/platform/services';
import { expect, test } from '../../support';

const WEB = scriptOf('web');

/** Starts the web process with this environment and nothing else; its exit code, and all that it said. */
async function endOf(env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [WEB], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const [code] = await once(child, 'exit');
  clearTimeout(timer);
  return { code, said };
}

test('a web process with a wrong environment says what is wrong, and ends', async () => {
  const { code, said } = await endOf({ PORT: '0', HOSTNAME: '127.0.0.1' });
  expect(said).toContain('DATABASE_URL: is required');
  expect(code).toBe(1);
});

test('a web process whose port is taken says so, and ends', async ({ platform }) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const env = { ...platformEnvironment(platform), PORT: port, HOSTNAME: '127.0.0.1' };
  const { code, said } = await endOf(env).finally(() => other.close());
  expect(said).toContain('EADDRINUSE');
  expect(code).toBe(1);
});

/** What the web process has to know to start; nothing is asked of it. */
function platformEnvironment({
  url,
  gatewayUrl,
  databaseUrl,
}: {
  url: string;
  gatewayUrl: string;
  databaseUrl: string;
}) {
  return {
    DATABASE_URL: databaseUrl,
    JALON_SECRET: 'ab'.repeat(32),
    JALON_URL: url,
    JALON_GATEWAY_URL: gatewayUrl,
    JALON_GATEWAY_INTERNAL_URL: gatewayUrl,
    JALON_WORKER_URL: 'http://127.0.0.1:9',
  };
}
