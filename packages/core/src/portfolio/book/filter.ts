import type { PortfolioFilter, UseCaseFilter } from '@jalon/contracts';
import { centsOf } from '../cents';
import type { BookEntry } from './entry';

type Test = (entry: BookEntry) => boolean;
export type Filter = PortfolioFilter & Partial<UseCaseFilter>;
type Parts = { [Key in keyof UseCaseFilter]-?: (wanted: NonNullable<UseCaseFilter[Key]>) => Test | null };

function among<T>(wanted: readonly T[], of: (entry: BookEntry) => T): Test | null {
  if (wanted.length === 0) return null;
  const set = new Set(wanted);
  return (entry) => set.has(of(entry));
}

const cents = (amount: string): number => Number(centsOf(Number(amount).toFixed(2)));

const REFERENCE = /^uc-?(\d{1,9})$/i;

/** The number of the use case that a text names (`UC-12`, or 12 alone); null when it is another text. */
function referenceIn(text: string): number | null {
  const number = REFERENCE.exec(text)?.[1] ?? (/^\d{1,9}$/.test(text) ? text : undefined);
  return number ? Number(number) : null;
}

function textTest(text: string): Test | null {
  if (text === '') return null;
  const number = referenceIn(text);
  if (number !== null) return ({ useCase }) => useCase.number === number;
  const wanted = text.toLowerCase();
  return ({ searchText, useCase }) =>
    searchText.includes(wanted) || useCase.businessUnit.name.toLowerCase().includes(wanted);
}

/** One for every part of the filter: a new one that is missing here does not compile. */
const PARTS: Parts = {
  stages: (keys) => among(keys, ({ useCase }) => useCase.stage.key),
  statuses: (statuses) => among(statuses, ({ useCase }) => useCase.status),
  businessUnitIds: (ids) => among(ids, ({ useCase }) => useCase.businessUnit.id),
  initiativeIds: (ids) => among(ids, ({ useCase }) => useCase.initiative?.id ?? ''),
  ownerIds: (ids) => among(ids, ({ useCase }) => useCase.owner.id),
  benefitType:
    (type) =>
    ({ useCase }) =>
      useCase.benefitType === type,
  tag:
    (tag) =>
    ({ useCase }) =>
      useCase.tags.includes(tag),
  valueFrom: (from) => {
    const least = cents(from);
    return (entry) => entry.useCase.range !== null && entry.cents.expected >= least;
  },
  valueTo: (to) => {
    const most = cents(to);
    return (entry) => entry.useCase.range !== null && entry.cents.expected <= most;
  },
  feasibilityFrom:
    (from) =>
    ({ useCase }) =>
      useCase.feasibility >= from,
  feasibilityTo:
    (to) =>
    ({ useCase }) =>
      useCase.feasibility <= to,
  text: textTest,
};

function partOf(key: keyof UseCaseFilter, filter: Filter): Test[] {
  const wanted: unknown = (filter as Partial<UseCaseFilter>)[key];
  if (wanted === undefined || wanted === null) return [];
  // Each is given what its own key holds.
  const test = (PARTS[key] as (wanted: unknown) => Test | null)(wanted);
  return test ? [test] : [];
}

/** The same question as `filterCondition`, to be asked of entries. */
export function testOf(filter: Filter): Test {
  const tests = (Object.keys(PARTS) as (keyof UseCaseFilter)[]).flatMap((key) => partOf(key, filter));
  const [only, ...others] = tests;
  if (!only) return () => true;
  if (others.length === 0) return only;
  return (entry) => tests.every((test) => test(entry));
}

/** The same text for two filters that ask the same. */
export function filterName(filter: Filter): string {
  return JSON.stringify(
    (Object.keys(PARTS) as (keyof UseCaseFilter)[]).map((key) => {
      const wanted = (filter as Partial<UseCaseFilter>)[key];
      if (Array.isArray(wanted)) return wanted.length > 0 ? [...wanted].sort() : null;
      return wanted === '' ? null : (wanted ?? null);
    }),
  );
}
