import pg from 'pg';
import { withSchemaEngine } from './engine';
import { MIGRATIONS_DIR, readMigrations } from './read-migrations';

/** Any constant: whoever holds it is the one process that migrates. */
const MIGRATION_LOCK = 2_042_017;

/**
 * Brings a database to the newest schema and returns the names of the migrations it applied (none when it
 * was up to date). Two processes at once are safe: the second waits, then finds nothing to do.
 * `directory` is the folder of migrations, the repository's own when absent. Throws when a migration fails; the failed one is rolled back.
 */
export async function migrate(databaseUrl: string, directory = MIGRATIONS_DIR): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrationsList = await readMigrations(directory);
    const filters = { externalTables: [], externalEnums: [] };
    const result = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList, filters }),
    );
    return result.appliedMigrationNames;
  } finally {
    await lock.end();
  }
}
