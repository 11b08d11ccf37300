import { DomainError, type Operation, type Plan } from '@jalon/contracts';
import type { StepUpdate } from '@jalon/docker';
import { describe, expect, it } from 'vitest';
import type { Io } from '../io';
import { createProgress } from './progress';

const operations = [
  { kind: 'PULL_IMAGE', key: 'pull', image: 'web:1' },
  { kind: 'START_CONTAINER', key: 'start', container: 'shop-web-1' },
  { kind: 'WAIT_HEALTHY', key: 'wait', container: 'shop-web-1' },
].map((one) => ({ cause: { code: 'ABSENT' }, after: [], service: 'web', ...one }) as unknown as Operation);
const plan: Plan = { operations, unchanged: [], refusals: [] };
const update = (changes: Partial<StepUpdate>): StepUpdate => ({
  status: 'RUNNING',
  progress: null,
  log: '',
  error: null,
  ...changes,
});

/** What is on the screen after all that was written: lines go up, and what is below is wiped. */
function screenOf(text: string): string[] {
  const lines = [''];
  let row = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is told.
  for (const [part] of text.matchAll(/\u001b\[(\d+)A|\u001b\[0J|\n|[^\u001b\n]+|\u001b\[\d+m/g)) {
    if (part === '\n') row += 1;
    else if (/A$/.test(part) && part.startsWith('\u001b')) row -= Number(part.slice(2, -1));
    else if (part === '\u001b[0J') lines.length = row;
    else if (!part.startsWith('\u001b')) lines[row] = (lines[row] ?? '') + part;
    lines[row] ??= '';
  }
  return lines;
}

function watch(isTerminal: boolean) {
  let written = '';
  let time = 0;
  const write = (text: string): void => {
    written += text;
  };
  const err = { write, isTerminal, columns: 60 };
  const io = { err, environment: { NO_COLOR: '1' }, clock: { now: () => new Date(time) } } as unknown as Io;
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  const view = createProgress(io).begin(plan);
  return { view, screen: () => screenOf(written), text: () => written, pass };
}

describe('progress', () => {
  it('is plain lines where nobody looks: what takes long twice, the rest once', () => {
    const { view, text, pass } = watch(false);
    view.step('pull', update({}));
    view.step('pull', update({ progress: 0.5, log: 'layer\n' }));
    pass(1500);
    view.step('pull', update({ status: 'SUCCEEDED' }));
    view.step('start', update({}));
    view.step('start', update({ status: 'SUCCEEDED' }));
    view.step('wait', update({}));
    view.step(
      'wait',
      update({ status: 'FAILED', error: new DomainError('SERVICE_UNHEALTHY', 'not\u001b[2J green') }),
    );
    view.end();
    expect(text()).toBe(`[0/3] … pull image web:1
[1/3] ✓ pull image web:1 1.5 s
[2/3] ✓ start container shop-web-1 0.0 s
[2/3] … wait until shop-web-1 is healthy
[3/3] ✗ wait until shop-web-1 is healthy 0.0 s: not green
`);
  });

  it('shows in a terminal what is under way, below what is done, and leaves nothing behind', () => {
    const { view, screen, pass } = watch(true);
    view.step('pull', update({ progress: 0.25, log: 'layer one\nlayer two\n' }));
    expect(screen()).toEqual([' …   pull image web:1 0 s 25 %  layer two', '']);
    pass(2000);
    view.step('start', update({}));
    view.step('pull', update({ status: 'SUCCEEDED' }));
    expect(screen()).toEqual(['[1/3] ✓ pull image web:1 2.0 s', ' …   start container shop-web-1 0 s', '']);
    view.step('start', update({ status: 'SUCCEEDED' }));
    view.step('wait', update({ log: `${'x'.repeat(200)}\n` }));
    expect(screen().every((line) => line.length < 60)).toBe(true);
    view.step('wait', update({ status: 'SKIPPED' }));
    view.end();
    expect(screen()).toEqual([
      '[1/3] ✓ pull image web:1 2.0 s',
      '[2/3] ✓ start container shop-web-1 0.0 s',
      '[3/3] – wait until shop-web-1 is healthy given up',
      '',
    ]);
  });
});
