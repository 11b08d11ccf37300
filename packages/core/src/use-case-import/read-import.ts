import {
  type CellProblem,
  IMPORT_COLUMNS_MAX,
  IMPORT_ROWS_MAX,
  IMPORT_UNPACKED_MAX,
  type ImportField,
  type ImportMapping,
  type Principal,
  REQUIRED_IMPORT_FIELDS,
} from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { CoreContext } from '../context';
import { readSpreadsheet } from '../spreadsheet';
import { guessMapping } from './guess-mapping';
import { readDraft } from './read-draft';
import type { Draft } from './row-reader';

export interface ReadImport {
  columns: string[];
  mapping: ImportMapping;
  unmapped: ImportField[];
  rows: number;
  /** Of the rows without a wrong cell. */
  drafts: Draft[];
  problems: CellProblem[];
}

interface Addressee {
  id: string;
  name: string;
  email: string;
}

/** People by e-mail address and by name, in lower case; a name that two of them bear is nobody's. */
function byAddress(people: readonly Addressee[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, name } of people) {
    const namesakes = people.filter((other) => other.name.toLowerCase() === name.toLowerCase());
    if (namesakes.length === 1) found.set(name.toLowerCase(), id);
  }
  for (const { id, email } of people) found.set(email.toLowerCase(), id);
  return found;
}

/** Who may own a use case, and who may contribute to one. */
async function findPeople(db: Db): Promise<{ owners: Map<string, string>; people: Map<string, string> }> {
  const people = await db.user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true, email: true, role: true },
  });
  return {
    owners: byAddress(people.filter(({ role }) => role === 'ADMIN' || role === 'BUSINESS')),
    people: byAddress(people),
  };
}

/** The first day of the month after a moment, as YYYY-MM-DD. */
function nextMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

/**
 * Reads a file into the use cases it would make. Rows are judged only once every required field has its column.
 * Throws SpreadsheetError for a file that cannot be read at all.
 */
export async function readImport(
  context: CoreContext,
  principal: Principal,
  content: string,
  wanted: ImportMapping | undefined,
): Promise<ReadImport> {
  const sheet = await readSpreadsheet(Buffer.from(content, 'base64'), {
    rows: IMPORT_ROWS_MAX,
    columns: IMPORT_COLUMNS_MAX,
    unpackedBytes: IMPORT_UNPACKED_MAX,
  });
  const mapping = wanted ?? guessMapping(sheet.header);
  const unmapped = REQUIRED_IMPORT_FIELDS.filter((field) => mapping[field] === undefined);
  const result: ReadImport = {
    columns: sheet.header,
    mapping,
    unmapped: [...unmapped],
    rows: sheet.rows.length,
    drafts: [],
    problems: [],
  };
  if (unmapped.length > 0) return result;
  const setting = {
    mapping,
    principal,
    ...(await findPeople(context.db)),
    from1904: sheet.from1904,
    usualStart: nextMonth(context.clock.now()),
  };
  for (const row of sheet.rows) {
    const { draft, problems } = readDraft(row, setting);
    if (problems.length > 0) result.problems.push(...problems);
    else result.drafts.push(draft);
  }
  return result;
}
