import { withSchemaEngine } from './engine';

/**
 * The SQL that turns a database of the datamodel `before` into one of `after`, both the text of a
 * schema.prisma; `before` is null for an empty database. Compares the texts and not a database, because the
 * engine cannot read a PostgreSQL catalogue through this adapter. Nothing is written.
 */
export async function diffDatamodels(
  databaseUrl: string,
  before: string | null,
  after: string,
): Promise<string> {
  const datamodel = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: before === null ? { tag: 'empty' } : datamodel(before),
      to: datamodel(after),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return stdout ?? '';
}
