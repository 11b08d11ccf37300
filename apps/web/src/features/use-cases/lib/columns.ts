import type { UseCaseSort } from '@jalon/contracts';

export type ColumnKey =
  | 'number'
  | 'title'
  | 'stage'
  | 'businessUnit'
  | 'owner'
  | 'sponsor'
  | 'initiative'
  | 'tags'
  | 'range'
  | 'expected'
  | 'riskAdjusted'
  | 'start'
  | 'estimated'
  | 'updated'
  | 'feasibility'
  | 'risk'
  | 'kpi';

export interface Column {
  key: ColumnKey;
  /** A width of CSS grid. */
  width: string;
  numeric?: boolean;
  /** What it sorts by; what cannot be sorted by has none. */
  sort?: UseCaseSort;
}

/** The table's columns, in order. */
export const COLUMNS: readonly Column[] = [
  { key: 'number', width: '4.5rem', sort: 'number' },
  { key: 'title', width: 'minmax(13rem, 3fr)', sort: 'title' },
  { key: 'stage', width: 'minmax(9rem, 1.2fr)', sort: 'stage' },
  { key: 'businessUnit', width: 'minmax(8rem, 1fr)', sort: 'businessUnit' },
  { key: 'owner', width: 'minmax(8rem, 1fr)', sort: 'owner' },
  { key: 'sponsor', width: 'minmax(8rem, 1fr)' },
  { key: 'initiative', width: 'minmax(8rem, 1fr)' },
  { key: 'tags', width: 'minmax(9rem, 1fr)' },
  { key: 'range', width: 'minmax(7rem, 1fr)' },
  { key: 'expected', width: '6.5rem', numeric: true, sort: 'expected' },
  { key: 'riskAdjusted', width: '7.5rem', numeric: true, sort: 'riskAdjusted' },
  { key: 'start', width: '7rem', numeric: true, sort: 'start' },
  { key: 'estimated', width: '7rem', numeric: true, sort: 'estimated' },
  { key: 'updated', width: '7rem', numeric: true, sort: 'updated' },
  { key: 'feasibility', width: '5rem', numeric: true, sort: 'feasibility' },
  { key: 'risk', width: '4.5rem', numeric: true, sort: 'risk' },
  { key: 'kpi', width: '8rem' },
];

/** A row without its number and title would be nobody's. */
export const HIDEABLE_COLUMNS: readonly ColumnKey[] = COLUMNS.map(({ key }) => key).filter(
  (key) => key !== 'number' && key !== 'title',
);

/** Not shown until somebody asks. */
export const USUALLY_HIDDEN: ColumnKey[] = ['sponsor', 'initiative', 'tags', 'start', 'estimated', 'updated'];

/** Where a row is chosen, before its first column. */
export const SELECT_WIDTH = '2.25rem';

/** The columns that are shown. */
export function shownColumns(hidden: readonly ColumnKey[]): Column[] {
  return COLUMNS.filter(({ key }) => !hidden.includes(key));
}
