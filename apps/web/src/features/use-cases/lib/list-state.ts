import {
  BENEFIT_TYPES,
  type BenefitType,
  STAGE_KEYS,
  type StageKey,
  USE_CASE_SORTS,
  USE_CASE_STATUSES,
  type UseCaseFilter,
  type UseCaseSort,
  type UseCaseStatus,
} from '@jalon/contracts';
import { type ColumnKey, HIDEABLE_COLUMNS, USUALLY_HIDDEN } from './columns';

export const VIEWS = ['board', 'table', 'matrix', 'timeline'] as const;
export type ListView = (typeof VIEWS)[number];

/** `open` is what one works on: active and on hold. */
export const STATUS_CHOICES = ['open', 'all', ...USE_CASE_STATUSES] as const;
export type StatusChoice = (typeof STATUS_CHOICES)[number];

/** Everything of the list that its address carries, so that it can be sent to a colleague. */
export interface ListState {
  view: ListView;
  text: string;
  stages: StageKey[];
  status: StatusChoice;
  units: string[];
  initiatives: string[];
  owners: string[];
  benefit: BenefitType | '';
  tag: string;
  /** Plain decimals of expected EBITDA a year; '' for no bound. */
  valueFrom: string;
  valueTo: string;
  /** '1' to '5'; '' for no bound. */
  feasibilityFrom: string;
  feasibilityTo: string;
  sort: UseCaseSort;
  descending: boolean;
  /** Columns that the table leaves out. */
  hidden: ColumnKey[];
  /** Id of the saved view that this began with; `none` when the reader chose to have none, '' when nothing was said. */
  saved: string;
}

export const DEFAULT_STATE: ListState = {
  view: 'board',
  text: '',
  stages: [],
  status: 'open',
  units: [],
  initiatives: [],
  owners: [],
  benefit: '',
  tag: '',
  valueFrom: '',
  valueTo: '',
  feasibilityFrom: '',
  feasibilityTo: '',
  sort: 'expected',
  descending: true,
  hidden: USUALLY_HIDDEN,
  saved: '',
};

/** The part of the state that does not narrow the list: how it is looked at. */
export type ListLook = Pick<ListState, 'view' | 'sort' | 'descending' | 'hidden'>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SAVED = /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const AMOUNT = /^-?\d{1,12}(\.\d{1,2})?$/;
const OPEN: UseCaseStatus[] = ['ACTIVE', 'ON_HOLD'];
const MANY = 50;

type Params = { get(name: string): string | null };

function oneOf<T extends string>(known: readonly T[], value: string | null, fallback: T): T;
function oneOf<T extends string>(known: readonly T[], value: string | null, fallback: ''): T | '';
function oneOf(known: readonly string[], value: string | null, fallback: string): string {
  return value !== null && known.includes(value) ? value : fallback;
}

const several = (value: string | null): string[] => [...new Set((value ?? '').split(',').filter(Boolean))];

/** Reads the state from an address; what is not understood counts as not given. */
export function readListState(params: Params): ListState {
  const ids = (name: string): string[] =>
    several(params.get(name))
      .filter((id) => UUID.test(id))
      .slice(0, MANY);
  const matching = (name: string, shape: RegExp): string => {
    const value = params.get(name) ?? '';
    return shape.test(value) ? value : '';
  };
  const stages = several(params.get('stage'));
  const hidden = params.get('hide');
  const hiddenKeys = several(hidden);
  return {
    view: oneOf(VIEWS, params.get('view'), DEFAULT_STATE.view),
    text: (params.get('q') ?? '').slice(0, 200),
    stages: STAGE_KEYS.filter((key) => stages.includes(key)),
    status: oneOf(STATUS_CHOICES, params.get('status'), DEFAULT_STATE.status),
    units: ids('unit'),
    initiatives: ids('initiative'),
    owners: ids('owner'),
    benefit: oneOf(BENEFIT_TYPES, params.get('benefit'), ''),
    tag: (params.get('tag') ?? '').slice(0, 40),
    valueFrom: matching('from', AMOUNT),
    valueTo: matching('to', AMOUNT),
    feasibilityFrom: matching('easier', /^[1-5]$/),
    feasibilityTo: matching('harder', /^[1-5]$/),
    sort: oneOf(USE_CASE_SORTS, params.get('sort'), DEFAULT_STATE.sort),
    descending: params.get('order') !== 'asc',
    hidden:
      hidden === null ? DEFAULT_STATE.hidden : HIDEABLE_COLUMNS.filter((key) => hiddenKeys.includes(key)),
    saved: matching('saved', SAVED),
  };
}

/** The address of a state: only what differs from the default is in it. */
export function listHref(state: ListState): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string, usual: string): void => {
    if (value !== usual) params.set(name, value);
  };
  put('view', state.view, DEFAULT_STATE.view);
  put('q', state.text, '');
  put('stage', state.stages.join(), '');
  put('status', state.status, DEFAULT_STATE.status);
  put('unit', state.units.join(), '');
  put('initiative', state.initiatives.join(), '');
  put('owner', state.owners.join(), '');
  put('benefit', state.benefit, '');
  put('tag', state.tag, '');
  put('from', state.valueFrom, '');
  put('to', state.valueTo, '');
  put('easier', state.feasibilityFrom, '');
  put('harder', state.feasibilityTo, '');
  put('sort', state.sort, DEFAULT_STATE.sort);
  put('order', state.descending ? 'desc' : 'asc', 'desc');
  put('hide', state.hidden.join(), DEFAULT_STATE.hidden.join());
  put('saved', state.saved, '');
  const query = params.toString().replaceAll('%2C', ',');
  return query ? `/use-cases?${query}` : '/use-cases';
}

/** What narrows the list, as the API is asked for it. */
export function filterInput(state: ListState): UseCaseFilter {
  const { status, valueFrom, valueTo, feasibilityFrom, feasibilityTo } = state;
  return {
    stages: state.stages,
    statuses: status === 'open' ? OPEN : status === 'all' ? [] : [status],
    businessUnitIds: state.units,
    initiativeIds: state.initiatives,
    ownerIds: state.owners,
    ...(state.benefit ? { benefitType: state.benefit } : {}),
    ...(state.tag.trim() ? { tag: state.tag } : {}),
    ...(valueFrom ? { valueFrom } : {}),
    ...(valueTo ? { valueTo } : {}),
    ...(feasibilityFrom ? { feasibilityFrom: Number(feasibilityFrom) } : {}),
    ...(feasibilityTo ? { feasibilityTo: Number(feasibilityTo) } : {}),
    text: state.text,
  };
}

/** The same way to look, and nothing that narrows. */
export function cleared(state: ListState): ListState {
  return { ...DEFAULT_STATE, ...look(state), saved: state.saved ? 'none' : '' };
}

/** True when anything narrows the list. */
export function isFiltered(state: ListState): boolean {
  return listHref({ ...state, ...look(DEFAULT_STATE), saved: '' }) !== '/use-cases';
}

function look({ view, sort, descending, hidden }: ListLook): ListLook {
  return { view, sort, descending, hidden };
}
