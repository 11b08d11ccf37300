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
  /** Words may be longer than the column is wide; figures and codes are not. */
  shape: 'words' | 'figure' | 'code' | 'drawing';
  /** What it sorts by; what cannot be sorted by has none. */
  sort?: UseCaseSort;
}

/** The table's columns, in order. */
export const COLUMNS: readonly Column[] = [
  { key: 'number', width: '5.25rem', shape: 'code', sort: 'number' },
  { key: 'title', width: 'minmax(13rem, 3fr)', shape: 'words', sort: 'title' },
  { key: 'stage', width: 'minmax(9rem, 1.2fr)', shape: 'words', sort: 'stage' },
  { key: 'businessUnit', width: 'minmax(8rem, 1fr)', shape: 'words', sort: 'businessUnit' },
  { key: 'owner', width: 'minmax(8rem, 1fr)', shape: 'words', sort: 'owner' },
  { key: 'sponsor', width: 'minmax(8rem, 1fr)', shape: 'words' },
  { key: 'initiative', width: 'minmax(8rem, 1fr)', shape: 'words' },
  { key: 'tags', width: 'minmax(9rem, 1fr)', shape: 'words' },
  { key: 'range', width: 'minmax(7rem, 1fr)', shape: 'drawing' },
  { key: 'expected', width: '6.5rem', shape: 'figure', sort: 'expected' },
  { key: 'riskAdjusted', width: '7.5rem', shape: 'figure', sort: 'riskAdjusted' },
  { key: 'start', width: '7rem', shape: 'figure', sort: 'start' },
  { key: 'estimated', width: '7rem', shape: 'figure', sort: 'estimated' },
  { key: 'updated', width: '7rem', shape: 'figure', sort: 'updated' },
  { key: 'feasibility', width: '5rem', shape: 'figure', sort: 'feasibility' },
  { key: 'risk', width: '4.5rem', shape: 'figure', sort: 'risk' },
  { key: 'kpi', width: '8rem', shape: 'code' },
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
