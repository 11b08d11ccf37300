import { median, round } from '../lib/median';
import type { Row } from '../lib/table';
import type { Measured } from './contender';
import type { RoundCalls, RoundTimes } from './rounds';

export type Phase = 'up' | 'no-op' | 'change' | 'down';
const PHASES: Phase[] = ['up', 'no-op', 'change', 'down'];

/** Median of one phase of one contender at one size. */
export interface Figure {
  ms: number;
  /** Counted outside of the contender; null when the round that counts failed. */
  calls: number | null;
  /** The most that it counted itself in any round; null where it does not count. */
  mostCounted: number | null;
}

interface Cell {
  phases: Record<Phase, Measured[]>;
  calls: RoundCalls | null;
}

/** All rounds of all contenders, and what is read out of them. */
export class Measurements {
  private readonly cells = new Map<string, { who: string; size: number; cell: Cell }>();

  addCalls(who: string, size: number, calls: RoundCalls): void {
    this.at(who, size).calls = calls;
  }

  addTimes(who: string, size: number, times: RoundTimes): void {
    const { phases } = this.at(who, size);
    phases.up.push(times.up);
    phases['no-op'].push(...times.noops);
    phases.change.push(times.change);
    phases.down.push(times.down);
  }

  /** null for a size that was not measured. */
  figure(who: string, size: number, phase: Phase): Figure | null {
    const cell = this.cells.get(keyOf(who, size))?.cell;
    if (!cell || cell.phases[phase].length === 0) return null;
    const counted = cell.phases[phase].flatMap((measured) => measured.counted?.total ?? []);
    return {
      ms: median(cell.phases[phase].map(({ ms }) => ms)),
      calls: cell.calls?.[phase] ?? null,
      mostCounted: counted.length > 0 ? Math.max(...counted) : null,
    };
  }

  /** One row for each size, phase and contender; times of `reference` are what the others are divided by. */
  rows(reference: string): Row[] {
    const sizes = [...new Set([...this.cells.values()].map(({ size }) => size))];
    const names = [...new Set([...this.cells.values()].map(({ who }) => who))];
    return sizes.flatMap((size) =>
      PHASES.flatMap((phase) =>
        names.flatMap((who) => {
          const figure = this.figure(who, size, phase);
          const base = this.figure(reference, size, phase);
          if (!figure || !base) return [];
          return {
            services: size,
            what: phase,
            who,
            ms: round(figure.ms, figure.ms < 100 ? 1 : 0),
            'containers/s':
              phase === 'no-op' || phase === 'change' ? null : round((size / figure.ms) * 1000, 2),
            'API calls': figure.calls,
            'counted itself': figure.mostCounted,
            'time / jalon': round(figure.ms / base.ms, 2),
          };
        }),
      ),
    );
  }

  /** Milliseconds of every round: `50 up jalon` → [9400, 9350, 9510]. */
  samples(): Record<string, number[]> {
    const all = [...this.cells.values()].flatMap(({ who, size, cell }) =>
      PHASES.map(
        (phase) => [`${size} ${phase} ${who}`, cell.phases[phase].map(({ ms }) => round(ms, 1))] as const,
      ),
    );
    return Object.fromEntries(all);
  }

  /** Where the time of a contender goes, and what its requests are, at the largest size. */
  notes(who: string): string[] {
    const size = Math.max(...[...this.cells.values()].map((each) => each.size));
    const cell = this.cells.get(keyOf(who, size))?.cell;
    if (!cell) return [];
    return PHASES.flatMap((phase) => {
      const [last] = cell.phases[phase].slice(-1);
      if (!last?.parts || !last.counted) return [];
      const parts = Object.entries(last.parts).map(([name, ms]) => `${name} ${ms} ms`);
      const kinds = Object.entries(last.counted.byKind).map(([kind, count]) => `${count} × ${kind}`);
      return [`${who}, ${size} services, ${phase}, last round: ${parts.join(', ')}; ${kinds.join(', ')}`];
    });
  }

  private at(who: string, size: number): Cell {
    const key = keyOf(who, size);
    const known = this.cells.get(key);
    if (known) return known.cell;
    const cell: Cell = { phases: { up: [], 'no-op': [], change: [], down: [] }, calls: null };
    this.cells.set(key, { who, size, cell });
    return cell;
  }
}

const keyOf = (who: string, size: number): string => `${size} ${who}`;
