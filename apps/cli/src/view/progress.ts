import type { Operation, Plan } from '@jalon/contracts';
import type { StepUpdate } from '@jalon/docker';
import { describeOperation } from '@jalon/reconciler';
import type { Io } from '../io';
import { type Paint, paintFor } from './colours';
import { LiveLines } from './live-lines';
import { plain } from './plain';

/** Shows plans while they are carried out. */
export interface Progress {
  begin(plan: Plan): PlanView;
}

export interface PlanView {
  step(key: string, update: StepUpdate): void;
  end(): void;
}

/** Lines on standard error: below them, in a terminal, what is under way now. */
export function createProgress(io: Io): Progress {
  const paint = paintFor(io.err, io);
  const live = io.err.isTerminal && io.environment.TERM !== 'dumb';
  return { begin: (plan) => viewOf(io, plan, paint, live) };
}

interface UnderWay {
  since: number;
  progress: number | null;
  last: string;
}

function viewOf(io: Io, plan: Plan, paint: Paint, live: boolean): PlanView {
  const numbers = new Map(
    plan.operations.map((operation, index) => [operation.key, { operation, number: index + 1 }]),
  );
  const underWay = new Map<string, UnderWay>();
  const total = plan.operations.length;
  const width = String(total).length;
  const count = (number: number): string => paint('dim', `[${String(number).padStart(width)}/${total}]`);
  const now = (): number => io.clock.now().getTime();
  let done = 0;

  const rows = (): string[] =>
    [...underWay].map(([key, { since, progress, last }]) => {
      const found = numbers.get(key);
      const share = progress === null || progress === 0 ? '' : ` ${Math.round(progress * 100)} %`;
      const time = `${Math.floor((now() - since) / 1000)} s`;
      return ` …${' '.repeat(width * 2)} ${found ? describeOperation(found.operation) : key} ${time}${share}${last && `  ${last}`}`;
    });
  const lines = new LiveLines(io.err, live, rows);

  return {
    step(key, { status, progress, log, error }) {
      const found = numbers.get(key);
      if (!found) return;
      const said = log
        .split('\n')
        .map(plain)
        .filter((line) => line.trim() !== '');
      if (status === 'RUNNING') {
        const known = underWay.get(key);
        const since = known?.since ?? now();
        underWay.set(key, { since, progress, last: said.at(-1) ?? known?.last ?? '' });
        if (!live && !known && isLong(found.operation))
          lines.print(`${count(done)} … ${describeOperation(found.operation)}`);
        if (!live && found.operation.kind === 'BUILD_IMAGE')
          for (const line of said) lines.print(paint('dim', `      | ${line}`));
        return lines.changed();
      }
      const begun = underWay.get(key)?.since ?? now();
      underWay.delete(key);
      done += 1;
      const time = paint('dim', `${((now() - begun) / 1000).toFixed(1)} s`);
      const what = describeOperation(found.operation);
      if (status === 'SUCCEEDED') lines.print(`${count(done)} ${paint('green', '✓')} ${what} ${time}`);
      else if (status === 'FAILED')
        lines.print(
          `${count(done)} ${paint('red', '✗')} ${what} ${time}${error ? `: ${plain(error.message)}` : ''}`,
        );
      else lines.print(`${count(done)} ${paint('yellow', '–')} ${what} given up`);
    },
    end: () => lines.end(),
  };
}

/** What may take long enough that its beginning is worth a line of its own. */
function isLong({ kind }: Operation): boolean {
  return kind === 'BUILD_IMAGE' || kind === 'PULL_IMAGE' || kind.startsWith('WAIT_');
}
