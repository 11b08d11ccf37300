import { readMigrateConfig } from '@jalon/config';
import { waitForDatabase } from '@jalon/db';
import { migrate } from '@jalon/db/migrate';
import { createLogger } from '@jalon/logger';
import { issueSetupPath } from './setup-link';

/** What a container installation does before its processes start: wait, migrate, print the set-up link. */
const config = readMigrateConfig(process.env);
const logger = createLogger('prepare', { level: config.logLevel });

await waitForDatabase(config.databaseUrl, {
  onRetry: (reason, pauseMs) => logger.warn({ reason, pauseMs }, 'the database does not answer yet'),
});
const applied = await migrate(config.databaseUrl, config.migrationsDir);
logger.info({ applied }, 'the database schema is up to date');

const path = await issueSetupPath(config.databaseUrl);
if (path) console.info(`\nMake the first admin here (once, within 24 hours):\n\n  ${config.url}${path}\n`);
