import type { MatrixPoint, Need, NeedKind, UseCaseListItem } from '@jalon/contracts';

/** As many as one can tell apart: of more, those that are worth most. */
const POINTS = 250;
/** Of one kind: nobody reads on. */
const NEEDS_EACH = 50;

type Drawn = Omit<UseCaseListItem, 'kpis' | 'kpiState'>;

/**
 * What is active or on hold and has an estimate, in the order that it is given in; of many, those worth most.
 * @param likelyOf by how much they are told apart, in any unit
 */
export function matrixOf<T>(
  all: readonly T[],
  useCaseOf: (one: T) => Drawn,
  likelyOf: (one: T) => number,
): { matrix: MatrixPoint[]; matrixTotal: number } {
  const drawn = all.filter((one) => {
    const { status, range } = useCaseOf(one);
    return range !== null && (status === 'ACTIVE' || status === 'ON_HOLD');
  });
  const matrix = dearest(drawn, likelyOf).flatMap((one) => matrixPoint(useCaseOf(one)));
  return { matrix, matrixTotal: drawn.length };
}

function dearest<T>(all: readonly T[], likelyOf: (one: T) => number): readonly T[] {
  if (all.length <= POINTS) return all;
  const amounts = Float64Array.from(all, likelyOf).sort();
  const least = amounts[amounts.length - POINTS] ?? 0;
  return all.filter((one) => likelyOf(one) >= least).slice(0, POINTS);
}

function matrixPoint(useCase: Drawn): MatrixPoint[] {
  const { id, number, title, businessUnit, stage, status, feasibility, risk, range } = useCase;
  if (!range) return [];
  const { likely, expected } = range;
  return [
    {
      id,
      number,
      title,
      businessUnit: businessUnit.name,
      stage,
      status,
      feasibility,
      risk,
      likely,
      expected,
    },
  ];
}

/** The first of each kind, and how many there are. */
export function firstNeeds(needs: readonly Need[]): { needs: Need[]; needsTotal: number } {
  const seen = new Map<NeedKind, number>();
  const first = needs.filter(({ kind }) => {
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= NEEDS_EACH;
  });
  return { needs: first, needsTotal: needs.length };
}
