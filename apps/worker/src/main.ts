import './frugal';

import { deriveKey, InvalidConfigError, readWorkerConfig } from '@jalon/config';
import { systemClock } from '@jalon/contracts';
import { DEFAULT_HOST_NAME, registerHost } from '@jalon/core/host';
import { createVariableCipher } from '@jalon/core/variable';
import { createDb, DatabaseUnreachableError, waitForDatabase } from '@jalon/db';
import { createLogger } from '@jalon/logger';
import { createEngines } from './engine/engines';
import { workerIdentity } from './lease/worker-identity';
import { createStreamServer } from './stream/stream-server';
import { DEFAULT_TIMING, type WorkerTools } from './tools';
import { untilItPasses } from './until-it-passes';
import { startWorker } from './worker';

/** Composition root of the worker, the only holder of the Docker socket. */
async function main(): Promise<void> {
  const config = readWorkerConfig(process.env);
  const logger = createLogger('worker', { level: config.logLevel });
  await waitForDatabase(config.databaseUrl, {
    onRetry: (reason, pauseMs) => logger.warn({ reason, pauseMs }, 'the database does not answer yet'),
  });
  const db = createDb(config.databaseUrl);
  const stopping = new AbortController();
  const { contentDir, pythonBase, gatewayContainer } = config;
  const tools: WorkerTools = {
    context: { db, clock: systemClock, logger },
    cipher: createVariableCipher(deriveKey(config.secret, 'variables')),
    engines: createEngines({ logger, contentDir, pythonBase }),
    identity: workerIdentity(),
    gatewayContainer,
    stopping: stopping.signal,
    timing: DEFAULT_TIMING,
  };
  // The engine that this installation is configured with: new projects go there, and a changed address is followed.
  const host = { name: DEFAULT_HOST_NAME, endpoint: config.dockerHost };
  await untilItPasses(
    () => registerHost(tools.context, host),
    (error, pauseMs) => logger.warn({ err: error, pauseMs }, 'the host could not be registered yet'),
  );
  const worker = startWorker(tools, config.databaseUrl);
  const server = createStreamServer(tools, deriveKey(config.secret, 'stream').toString('hex'));

  const stop = async (): Promise<void> => {
    logger.info('stopping');
    stopping.abort();
    server.close();
    server.closeAllConnections();
    await worker.close();
    tools.engines.close();
    await db.close();
  };
  server.on('error', (error) => {
    logger.fatal({ err: error }, 'cannot listen');
    process.exitCode = 1;
    void stop();
  });
  server.listen(config.port, config.host, () =>
    logger.info({ host: config.host, port: config.port }, 'ready'),
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  const isKnown = error instanceof InvalidConfigError || error instanceof DatabaseUnreachableError;
  console.error(isKnown ? error.message : error);
  process.exitCode = 1;
});
