import './frugal';

import { deriveKey, InvalidConfigError, readGatewayConfig } from '@jalon/config';
import { createSql, listenForChanges } from '@jalon/db/sql';
import { createLogger } from '@jalon/logger';
import { createOpenStreams } from './access/open-streams';
import { createSessions } from './access/sessions';
import { createGateway } from './gateway';
import { createRouteTable } from './routes/route-table';

/** Composition root of the gateway: makes everything once, and takes it down on a signal. */
function main(): void {
  const config = readGatewayConfig(process.env);
  const logger = createLogger('gateway', { level: config.logLevel });
  const sql = createSql(config.databaseUrl, (error) =>
    logger.warn({ err: error }, 'a database connection broke'),
  );
  const routes = createRouteTable(sql);
  const sessions = createSessions(sql);
  const streams = createOpenStreams(sessions, (error) =>
    logger.warn({ err: error }, 'open streams not checked'),
  );
  const check = () =>
    streams.check().catch((error) => logger.warn({ err: error }, 'open streams not checked'));
  const changes = listenForChanges({
    databaseUrl: config.databaseUrl,
    onChange: (change) => {
      if (change.topic === 'route' || change.topic === 'environment' || change.topic === 'host')
        routes.clear();
      sessions.onChange(change);
      if (change.topic === 'session' || change.topic === 'user') void check();
    },
    onState: (state) => logger.info({ state }, 'change notifications'),
  });
  const gateway = createGateway({
    sessions,
    routes,
    streams,
    logger,
    sessionKey: deriveKey(config.secret, 'session'),
    internalToken: deriveKey(config.secret, 'gateway').toString('hex'),
    url: config.url,
    gatewayUrl: config.gatewayUrl,
  });
  gateway.on('error', (error) => {
    logger.fatal({ err: error }, 'cannot listen');
    process.exitCode = 1;
    stop();
  });
  gateway.listen(config.port, config.host, () =>
    logger.info({ host: config.host, port: config.port }, 'ready'),
  );

  function stop(): void {
    gateway.close();
    gateway.closeAllConnections();
    streams.close();
    void changes.close();
    void sql.close();
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}

try {
  main();
} catch (error) {
  if (!(error instanceof InvalidConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
