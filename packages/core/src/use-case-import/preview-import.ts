import type { ImportPreview, PreviewImportInput, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { SpreadsheetError } from '../spreadsheet';
import { readImport } from './read-import';
import type { Draft } from './row-reader';

const SHOWN_PROBLEMS = 100;
const SHOWN_DRAFTS = 20;

const NOTHING: Omit<ImportPreview, 'fileProblem'> = {
  columns: [],
  mapping: {},
  unmapped: [],
  rows: 0,
  problems: [],
  problemCount: 0,
  good: 0,
  newUnits: [],
  newInitiatives: [],
  sample: [],
};

/**
 * What an import would make of a file, and which cells are in its way; writes nothing. A file that cannot be read is part
 * of the answer, not an error. Validated by contracts; the caller holds `use-case:write`.
 */
export async function previewImport(
  context: CoreContext,
  principal: Principal,
  { file, mapping }: PreviewImportInput,
): Promise<ImportPreview> {
  try {
    const read = await readImport(context, principal, file.content, mapping);
    return {
      fileProblem: null,
      columns: read.columns,
      mapping: read.mapping,
      unmapped: read.unmapped,
      rows: read.rows,
      problems: read.problems.slice(0, SHOWN_PROBLEMS),
      problemCount: read.problems.length,
      good: read.drafts.length,
      newUnits: unknownOf(
        await context.db.businessUnit.findMany({ select: { name: true } }),
        read.drafts.map(({ businessUnit }) => businessUnit),
      ),
      newInitiatives: unknownOf(
        await context.db.initiative.findMany({ select: { name: true } }),
        read.drafts.map(({ initiative }) => initiative),
      ),
      sample: await sampleOf(context, read.drafts.slice(0, SHOWN_DRAFTS)),
    };
  } catch (error) {
    if (error instanceof SpreadsheetError) return { ...NOTHING, fileProblem: error.toProblem() };
    throw error;
  }
}

/** The names that are not there yet, each once whatever the case. */
function unknownOf(there: readonly { name: string }[], names: readonly string[]): string[] {
  const known = new Set(there.map(({ name }) => name.toLowerCase()));
  const unknown = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (name !== '' && !known.has(key) && !unknown.has(key)) unknown.set(key, name);
  }
  return [...unknown.values()].slice(0, SHOWN_PROBLEMS);
}

async function sampleOf({ db }: CoreContext, drafts: readonly Draft[]): Promise<ImportPreview['sample']> {
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(drafts.map(({ ownerId }) => ownerId))] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return drafts.map(({ row, title, businessUnit, ownerId, estimate }) => ({
    row,
    title,
    businessUnit,
    owner: nameOf.get(ownerId) ?? '',
    low: estimate?.low ?? null,
    likely: estimate?.likely ?? null,
    high: estimate?.high ?? null,
  }));
}
