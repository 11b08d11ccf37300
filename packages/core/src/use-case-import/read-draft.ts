import {
  type CellProblem,
  CONTRIBUTORS_MOST,
  compareDecimals,
  HORIZON_YEARS_MAX,
  type ImportMapping,
  type Principal,
  RAMP_UP_MONTHS_MAX,
} from '@jalon/contracts';
import type { SheetRow } from '../spreadsheet';
import { readAmount, readBenefit, readDay, readWhole } from './read-cell';
import { type Draft, type DraftEstimate, RowReader } from './row-reader';

/** What rows are read against. */
export interface ImportSetting {
  mapping: ImportMapping;
  principal: Principal;
  /** Who may own a use case, by e-mail and by name, in lower case. */
  owners: ReadonlyMap<string, string>;
  /** Who may contribute to one, in the same way. */
  people: ReadonlyMap<string, string>;
  from1904: boolean;
  /** When the benefit begins where no column says it (YYYY-MM-DD). */
  usualStart: string;
}

const TAGS_MAX = 20;
const TAG_LENGTH = 40;

/** A row as the use case it would make, and every cell of it that is wrong. */
export function readDraft(row: SheetRow, setting: ImportSetting): { draft: Draft; problems: CellProblem[] } {
  const reader = new RowReader(row, setting.mapping);
  const rating = (field: 'feasibility' | 'risk'): number =>
    reader.value(field, (cell) => readWhole(cell, 1, 5), 'notARating', 3);
  if (!reader.cell('benefitType')) reader.wrong('benefitType', 'missing');
  const draft: Draft = {
    row: row.line,
    title: reader.text('title', 3, 160),
    businessUnit: reader.text('businessUnit', 2, 80),
    initiative: reader.text('initiative', 0, 80),
    benefitType: reader.value('benefitType', readBenefit, 'notABenefit', 'COST_REDUCTION'),
    problemStatement: reader.text('problemStatement', 0, 5000),
    expectedOutcome: reader.text('expectedOutcome', 0, 5000),
    sponsor: reader.text('sponsor', 0, 120),
    ownerId: readOwner(reader, setting),
    contributorIds: readContributors(reader, setting),
    feasibility: rating('feasibility'),
    risk: rating('risk'),
    tags: readTags(reader),
    estimate: readEstimate(reader, setting),
  };
  draft.contributorIds = draft.contributorIds.filter((id) => id !== draft.ownerId);
  return { draft, problems: reader.problems };
}

function readOwner(reader: RowReader, { owners, principal }: ImportSetting): string {
  const cell = reader.cell('owner');
  if (!cell) return principal.userId;
  const ownerId = owners.get(cell.text.trim().toLowerCase());
  if (!ownerId) reader.wrong('owner', 'unknownOwner');
  else if (ownerId !== principal.userId && principal.role !== 'ADMIN') reader.wrong('owner', 'notYourself');
  return ownerId ?? principal.userId;
}

/** E-mail addresses or names, separated by semicolons; the first that is nobody's is named. */
function readContributors(reader: RowReader, { people }: ImportSetting): string[] {
  const words = (reader.cell('contributors')?.text ?? '').split(/[;|\n]/).map((word) => word.trim());
  const given = [...new Set(words.filter(Boolean))];
  const ids = given.map((word) => people.get(word.toLowerCase()));
  const unknown = given.find((_word, index) => ids[index] === undefined);
  if (unknown !== undefined) reader.wrong('contributors', 'unknownPerson', unknown);
  if (given.length > CONTRIBUTORS_MOST) reader.wrong('contributors', 'tooManyPeople');
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

function readTags(reader: RowReader): string[] {
  const words = (reader.cell('tags')?.text ?? '').split(/[,;|]/).map((tag) => tag.trim().toLowerCase());
  const tags = [...new Set(words.filter(Boolean))];
  if (tags.length > TAGS_MAX) reader.wrong('tags', 'tooManyTags');
  if (tags.some((tag) => tag.length > TAG_LENGTH)) reader.wrong('tags', 'tooLong');
  return tags;
}

/** The range of a row: all three figures, or none. */
function readEstimate(reader: RowReader, { from1904, usualStart }: ImportSetting): DraftEstimate | null {
  const before = reader.problems.length;
  const amount = (field: 'low' | 'likely' | 'high') => reader.value(field, readAmount, 'notAnAmount', null);
  const cost = (field: 'oneOffCost' | 'yearlyRunCost') =>
    reader.value(
      field,
      (cell) => {
        const value = readAmount(cell);
        return value?.startsWith('-') ? null : value;
      },
      'notAnAmount',
      '0',
    );
  const [low, likely, high] = [amount('low'), amount('likely'), amount('high')];
  const rest = {
    startDate: reader.value('startDate', (cell) => readDay(cell, from1904), 'notADate', usualStart),
    rampUpMonths: reader.value(
      'rampUpMonths',
      (cell) => readWhole(cell, 0, RAMP_UP_MONTHS_MAX),
      'notAWholeNumber',
      12,
    ),
    horizonYears: reader.value(
      'horizonYears',
      (cell) => readWhole(cell, 1, HORIZON_YEARS_MAX),
      'notAWholeNumber',
      3,
    ),
    oneOffCost: cost('oneOffCost'),
    yearlyRunCost: cost('yearlyRunCost'),
  };
  if (reader.problems.length > before || (low === null && likely === null && high === null)) return null;
  if (low === null || likely === null || high === null) {
    reader.wrong(low === null ? 'low' : likely === null ? 'likely' : 'high', 'rangeIncomplete');
    return null;
  }
  if (compareDecimals(low, likely) > 0) reader.wrong('low', 'lowAboveLikely');
  if (compareDecimals(high, likely) < 0) reader.wrong('high', 'highBelowLikely');
  return { low, likely, high, ...rest };
}
