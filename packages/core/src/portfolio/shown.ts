import type { MatrixPoint, UseCaseListItem } from '@jalon/contracts';

/** As many as one can tell apart: of more, those that are worth most. */
export const POINTS = 250;

type Drawn = Omit<UseCaseListItem, 'kpis' | 'kpiState'>;

/** Whether it is drawn: what is active or on hold and has an estimate. */
export const isDrawn = ({ status, range }: Drawn): boolean =>
  range !== null && (status === 'ACTIVE' || status === 'ON_HOLD');

/** The points of use cases, which are given by number; of many, of those worth most. */
export function matrixOf(all: readonly Drawn[]): { matrix: MatrixPoint[]; matrixTotal: number } {
  const drawn = all.filter(isDrawn);
  const likely = ({ range }: Drawn): number => Number(range?.likely);
  const shown = [...drawn]
    .sort((left, right) => likely(right) - likely(left) || right.number - left.number)
    .slice(0, POINTS)
    .sort((left, right) => left.number - right.number);
  return { matrix: shown.flatMap(matrixPoint), matrixTotal: drawn.length };
}

/** The point of a use case; none without an estimate. */
export function matrixPoint(useCase: Drawn): MatrixPoint[] {
  const { id, number, title, stage, feasibility, risk, range } = useCase;
  return range ? [{ id, number, title, stage: stage.key, feasibility, risk, likely: range.likely }] : [];
}
