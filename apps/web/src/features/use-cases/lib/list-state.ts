import {
  BENEFIT_TYPES,
  type BenefitType,
  type ListUseCasesInput,
  STAGE_KEYS,
  type StageKey,
  USE_CASE_SORTS,
  USE_CASE_STATUSES,
  type UseCaseSort,
  type UseCaseStatus,
} from '@jalon/contracts';

export const VIEWS = ['board', 'table'] as const;
export type ListView = (typeof VIEWS)[number];

/** `open` is what one works on: active and on hold. */
export const STATUS_CHOICES = ['open', 'all', ...USE_CASE_STATUSES] as const;
export type StatusChoice = (typeof STATUS_CHOICES)[number];

/** Everything of the list that its address carries, so that it can be sent to a colleague. */
export interface ListState {
  view: ListView;
  text: string;
  stage: StageKey | '';
  status: StatusChoice;
  unit: string;
  owner: string;
  benefit: BenefitType | '';
  tag: string;
  sort: UseCaseSort;
  descending: boolean;
}

export const DEFAULT_STATE: ListState = {
  view: 'board',
  text: '',
  stage: '',
  status: 'open',
  unit: '',
  owner: '',
  benefit: '',
  tag: '',
  sort: 'expected',
  descending: true,
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const OPEN: UseCaseStatus[] = ['ACTIVE', 'ON_HOLD'];

type Params = { get(name: string): string | null };

function oneOf<T extends string>(known: readonly T[], value: string | null, fallback: T): T;
function oneOf<T extends string>(known: readonly T[], value: string | null, fallback: ''): T | '';
function oneOf(known: readonly string[], value: string | null, fallback: string): string {
  return value !== null && known.includes(value) ? value : fallback;
}

/** Reads the state from an address; what is not understood counts as not given. */
export function readListState(params: Params): ListState {
  const id = (name: string): string => {
    const value = params.get(name) ?? '';
    return UUID.test(value) ? value : '';
  };
  return {
    view: oneOf(VIEWS, params.get('view'), DEFAULT_STATE.view),
    text: (params.get('q') ?? '').slice(0, 200),
    stage: oneOf(STAGE_KEYS, params.get('stage'), ''),
    status: oneOf(STATUS_CHOICES, params.get('status'), DEFAULT_STATE.status),
    unit: id('unit'),
    owner: id('owner'),
    benefit: oneOf(BENEFIT_TYPES, params.get('benefit'), ''),
    tag: (params.get('tag') ?? '').slice(0, 40),
    sort: oneOf(USE_CASE_SORTS, params.get('sort'), DEFAULT_STATE.sort),
    descending: params.get('order') !== 'asc',
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
  put('stage', state.stage, '');
  put('status', state.status, DEFAULT_STATE.status);
  put('unit', state.unit, '');
  put('owner', state.owner, '');
  put('benefit', state.benefit, '');
  put('tag', state.tag, '');
  put('sort', state.sort, DEFAULT_STATE.sort);
  put('order', state.descending ? 'desc' : 'asc', 'desc');
  const query = params.toString();
  return query ? `/use-cases?${query}` : '/use-cases';
}

/** What the API is asked for. */
export function listInput(state: ListState): ListUseCasesInput {
  const { status } = state;
  return {
    stages: state.stage ? [state.stage] : [],
    statuses: status === 'open' ? OPEN : status === 'all' ? [] : [status],
    businessUnitIds: state.unit ? [state.unit] : [],
    ownerIds: state.owner ? [state.owner] : [],
    ...(state.benefit ? { benefitType: state.benefit } : {}),
    ...(state.tag ? { tag: state.tag } : {}),
    text: state.text,
    sort: state.sort,
    descending: state.descending,
    limit: 500,
    offset: 0,
  };
}

/** True when anything narrows the list. */
export function isFiltered(state: ListState): boolean {
  const { view, sort, descending } = DEFAULT_STATE;
  return listHref({ ...state, view, sort, descending }) !== '/use-cases';
}
