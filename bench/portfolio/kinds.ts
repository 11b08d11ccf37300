import type { ListUseCasesInput, UseCaseFilter } from '@jalon/contracts';
import superjson from 'superjson';
import type { ApiClient } from '../../scripts/sample/api-client';
import type { Ask, Kind } from './open-loop';

/** Rows of a page of the list, and cards of one of a column: what the pages ask for. */
const ROWS = 50;
const CARDS = 30;
const OPEN: UseCaseFilter = {
  stages: [],
  statuses: ['ACTIVE', 'ON_HOLD'],
  businessUnitIds: [],
  initiativeIds: [],
  ownerIds: [],
  text: '',
};
const STAGES = ['idea', 'proof-of-concept', 'prototyping', 'packaging', 'production'] as const;

const text = (input: unknown): string => JSON.stringify(superjson.serialize(input));

/** A query as a page sends it. */
export function query(procedure: string, input: unknown): Ask {
  return { path: `/api/trpc/${procedure}?${new URLSearchParams({ input: text(input) })}` };
}

/** Several queries in one request, as a page sends those that it makes at once. */
function batch(calls: readonly (readonly [string, unknown])[]): Ask {
  const inputs = Object.fromEntries(calls.map(([, input], index) => [index, superjson.serialize(input)]));
  const names = calls.map(([procedure]) => procedure).join();
  return { path: `/api/trpc/${names}?${new URLSearchParams({ batch: '1', input: JSON.stringify(inputs) })}` };
}

const mutation = (procedure: string, input: unknown): Ask => ({
  path: `/api/trpc/${procedure}`,
  body: text(input),
});

/** What the requests are made from: a few hundred use cases, and pages far down the list. */
export interface Material {
  units: { id: string; name: string }[];
  /** To read. */
  known: { id: string; number: number }[];
  /** To write: each is touched by one request at a time, because the next comes a long while later. */
  own: Awaited<ReturnType<ApiClient['useCase']['get']['query']>>[];
  /** Cursors of pages from the second on. */
  cursors: string[];
}

/** Collects it through the API. */
export async function gather(api: ApiClient, deep: number, writers: number): Promise<Material> {
  const { businessUnits } = await api.reference.portfolio.query();
  const cursors: string[] = [];
  const known: Material['known'] = [];
  const own: Material['own'] = [];
  for (let cursor: string | null = null; cursors.length < deep; ) {
    const page = await api.useCase.list.query({ ...list(), limit: 500, cursor });
    known.push(...page.items.map(({ id, number }) => ({ id, number })));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
    cursors.push(cursor);
  }
  const active = await api.useCase.list.query({
    ...list(),
    statuses: ['ACTIVE'],
    sort: 'title',
    limit: writers,
  });
  for (const { number } of active.items) own.push(await api.useCase.get.query({ number }));
  return { units: businessUnits, known, own, cursors };
}

const list = (part: Partial<ListUseCasesInput> = {}) =>
  ({ ...OPEN, sort: 'expected', descending: true, limit: ROWS, ...part }) as const;

const at = <T>(from: readonly T[], n: number): T => {
  const found = from[n % from.length];
  if (found === undefined) throw new Error('the benchmark has nothing to ask for');
  return found;
};

/** Of all requests, as a share: edits, and as many estimates. */
const WRITES = 0.05;
/** Whose turn it is to be written to at the n-th request: each in turn, so that no two writes to one are ever under way. */
const turn = (n: number): number => Math.floor(n * WRITES);

/** The requests of a working day on the portfolio: nine in ten read. Shares add up to one. */
export function kindsOf({ units, known, own, cursors }: Material): Kind[] {
  const read = (name: string, share: number, make: Kind['make']): Kind => ({
    name,
    verb: 'read',
    share,
    make,
  });
  const write = (name: string, share: number, make: Kind['make']): Kind => ({
    name,
    verb: 'write',
    share,
    make,
  });
  const ofUseCase = (procedure: string) => (n: number) =>
    query(procedure, { useCaseId: at(known, n * 7).id });
  return [
    { name: 'nothing (health)', verb: 'trivial', share: 0.05, make: () => ({ path: '/api/health' }) },
    read('list, first page', 0.12, () => query('useCase.list', list())),
    read('list, a page far down', 0.08, (n) => query('useCase.list', list({ cursor: at(cursors, n) }))),
    read('list, filtered', 0.08, (n) => query('useCase.list', list({ businessUnitIds: [at(units, n).id] }))),
    read('list, text looked for', 0.04, (n) => query('useCase.list', list({ text: `claims ${n % 10}` }))),
    read('list, by title', 0.04, () => query('useCase.list', list({ sort: 'title', descending: false }))),
    read('board', 0.06, () =>
      batch([
        ['useCase.figures', OPEN],
        ...STAGES.map((stage) => ['useCase.list', list({ stages: [stage], limit: CARDS })] as const),
      ]),
    ),
    read('matrix', 0.04, () => query('useCase.matrix', OPEN)),
    read('portfolio', 0.05, () => query('portfolio.summary', { businessUnitIds: [], ownerIds: [] })),
    read('portfolio, one unit', 0.05, (n) =>
      query('portfolio.summary', { businessUnitIds: [at(units, n).id], ownerIds: [] }),
    ),
    read('use case', 0.1, (n) => query('useCase.get', { number: at(known, n * 7).number })),
    read('its KPIs', 0.07, ofUseCase('kpi.list')),
    read('its estimates', 0.06, ofUseCase('estimate.list')),
    read('its gate', 0.06, ofUseCase('gate.get')),
    write('edit', WRITES, (n) => {
      const useCase = at(own, turn(n));
      const {
        id,
        version,
        title,
        problemStatement,
        expectedOutcome,
        sponsor,
        benefitType,
        feasibility,
        tags,
      } = useCase;
      useCase.version += 1;
      const fields = { title, problemStatement, expectedOutcome, sponsor, benefitType, feasibility, tags };
      // Another one than before: an edit that changes nothing would write nothing.
      const risk = (useCase.risk % 5) + 1;
      useCase.risk = risk;
      const businessUnit = useCase.businessUnit.name;
      return mutation('useCase.update', { id, version, ...fields, businessUnit, risk });
    }),
    write('estimate', WRITES, (n) =>
      mutation('estimate.add', {
        useCaseId: at(own, turn(n)).id,
        estimate: {
          low: String(10_000 + n),
          likely: String(20_000 + n),
          high: String(50_000 + n),
          rampUpMonths: 12,
          startDate: '2027-01-01',
          horizonYears: 3,
        },
      }),
    ),
  ];
}
