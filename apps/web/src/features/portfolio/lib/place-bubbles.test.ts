import type { MatrixPoint } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { heightOf, placeBubbles, valueScale } from './place-bubbles';

const point = (number: number, feasibility: number, likely: string): MatrixPoint => ({
  id: String(number),
  number,
  title: `Use case ${number}`,
  stage: 'idea',
  feasibility,
  risk: 2,
  likely,
});

describe('the matrix', () => {
  const points = [
    point(1, 3, '1000000'),
    point(2, 3, '1050000'),
    point(3, 3, '100000'),
    point(4, 5, '2000000'),
  ];
  const scale = valueScale(points);

  it('has round ticks within its scale', () => {
    expect(scale.ticks).toEqual([100_000, 200_000, 500_000, 1_000_000, 2_000_000]);
    expect(heightOf(scale.from, scale)).toBe(0);
    expect(heightOf(scale.to, scale)).toBe(1);
  });

  it('puts every use case inside, higher when it is worth more, and those alike side by side', () => {
    const bubbles = placeBubbles(points, scale);
    expect(bubbles).toHaveLength(4);
    for (const { x, y } of bubbles) expect(x > 0 && x < 1 && y > 0 && y < 1).toBe(true);
    const of = (number: number) => bubbles.find((bubble) => bubble.point.number === number);
    expect(of(1)?.x).not.toBe(of(2)?.x);
    expect(of(3)?.x).toBe(0.5);
    expect(of(1)?.y).toBeGreaterThan(of(3)?.y ?? 1);
    expect(of(4)?.size).toBeGreaterThan(of(1)?.size ?? 99);
  });

  it('stands on its own without any use case', () => {
    expect(placeBubbles([], valueScale([]))).toEqual([]);
  });
});
