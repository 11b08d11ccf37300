import pg from 'pg';
import type { Db } from './client';
import type { Prisma } from './generated/client';

/** Sends a statement on a connection of a client's own pool. */
type Ask = (text: string, values: unknown[]) => Promise<object[]>;

const asks = new WeakMap<object, Ask>();

const { builtins } = pg.types;
/** Read as Prisma reads them; what is missing here has to be cast, to text as a rule. */
const READ = new Set<number>([
  builtins.BOOL,
  builtins.INT2,
  builtins.INT4,
  builtins.INT8,
  builtins.FLOAT8,
  builtins.TEXT,
  builtins.VARCHAR,
  builtins.BPCHAR,
  builtins.UUID,
  builtins.TIMESTAMPTZ,
  builtins.JSON,
  builtins.JSONB,
  // Of text, of uuid.
  1009,
  2951,
]);

/** From here on types are the database's own: our enums, which are read as text. */
const FIRST_OWN = 16_384;

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format as 'text'),
};

function checkFields(fields: readonly pg.FieldDef[]): void {
  const strange = fields.find(({ dataTypeID }) => dataTypeID < FIRST_OWN && !READ.has(dataTypeID));
  if (strange)
    throw new Error(`readRows does not read the type of the column “${strange.name}”: cast it to text.`);
}

/** Lets `readRows` of this client ask its pool. @param nameOf the name under which a connection keeps a statement planned; '' for none */
export function registerReads(
  client: object,
  pool: pg.Pool,
  nameOf: (query: { sql: string }) => string,
): void {
  asks.set(client, async (text, values) => {
    const name = nameOf({ sql: text }) || undefined;
    const { rows, fields } = await pool.query<object>({ name, text, values, types });
    checkFields(fields);
    return rows;
  });
}

/**
 * The rows of a statement that reads, as `$queryRaw` gives them. Asked of the client, they come from its pool without
 * Prisma, whose way there and back is six times the rest of what a short statement costs (docs/decisions/0052); asked of a
 * transaction, through it. Throws PostgreSQL's own error, with its code.
 */
export function readRows<Row extends object>(db: Db, statement: Prisma.Sql): Promise<Row[]> {
  const ask = asks.get(db);
  if (!ask) return db.$queryRaw<Row[]>(statement);
  return ask(statement.text, statement.values) as Promise<Row[]>;
}
