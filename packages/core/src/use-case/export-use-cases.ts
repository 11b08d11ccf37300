import type { Readable } from 'node:stream';
import {
  type ExportUseCasesInput,
  type Principal,
  type UseCaseListItem,
  useCaseReference,
} from '@jalon/contracts';
import type { CoreContext } from '../context';
import { type OutCell, writeCsv, writeXlsx } from '../spreadsheet';
import { findContributors } from './contributors';
import { EXPORT_WORDS, type ExportLocale } from './export-words';
import { listUseCases } from './list-use-cases';

/** Rows that are read at once, so that a long list is never whole in memory. */
const PAGE = 500;

const amount = (value: string | null | undefined): OutCell => (value ? { number: value } : null);
const day = (date: Date | string | undefined): OutCell =>
  date ? { day: (typeof date === 'string' ? date : date.toISOString()).slice(0, 10) } : null;

function rowOf(
  useCase: UseCaseListItem,
  locale: ExportLocale,
  people: ReadonlyMap<string, string>,
): OutCell[] {
  const { range, plan, stage, kpiState } = useCase;
  const { benefit, status, kpi } = EXPORT_WORDS[locale];
  return [
    useCaseReference(useCase.number),
    useCase.title,
    useCase.businessUnit.name,
    useCase.owner.name,
    stage.name[locale],
    status[useCase.status],
    benefit[useCase.benefitType],
    { number: String(useCase.feasibility) },
    { number: String(useCase.risk) },
    amount(range?.low),
    amount(range?.likely),
    amount(range?.high),
    amount(range?.expected),
    amount(stage.reachProbability),
    amount(useCase.riskAdjusted),
    range?.currency ?? null,
    day(plan?.startDate),
    plan ? { number: String(plan.rampUpMonths) } : null,
    day(plan?.estimatedAt),
    kpiState ? kpi[kpiState] : null,
    day(useCase.stageSince),
    day(useCase.updatedAt),
    useCase.tags.join(', '),
    useCase.initiative?.name ?? null,
    useCase.contributorIds.flatMap((id) => people.get(id) ?? []).join('; '),
  ];
}

async function* rowsOf(
  context: CoreContext,
  principal: Principal,
  { format: _format, ...input }: ExportUseCasesInput,
  locale: ExportLocale,
): AsyncGenerator<OutCell[]> {
  yield [...EXPORT_WORDS[locale].columns];
  let cursor: string | null = null;
  do {
    const page = await listUseCases(context, principal, { ...input, limit: PAGE, cursor });
    const ids = new Set(page.items.flatMap(({ contributorIds }) => contributorIds));
    const contributors = await findContributors(context.db, [...ids]);
    const people = new Map(contributors.map(({ id, name }) => [id, name]));
    for (const useCase of page.items) yield rowOf(useCase, locale, people);
    cursor = page.nextCursor;
  } while (cursor);
}

/**
 * The list under a filter as a file, written while it is read: the figures of the newest estimate, the probability of the
 * stage and their product, in the currency of the estimate; days in UTC. No cell can be taken for a formula. Validated by
 * contracts; the caller holds `portfolio:read`.
 */
export function exportUseCases(
  context: CoreContext,
  principal: Principal,
  input: ExportUseCasesInput,
  locale: ExportLocale,
): Readable {
  const rows = rowsOf(context, principal, input, locale);
  return input.format === 'csv' ? writeCsv(rows) : writeXlsx(EXPORT_WORDS[locale].sheet, rows);
}
