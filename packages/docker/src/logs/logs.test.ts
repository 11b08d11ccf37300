import type { LogLine } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type TestEngine,
  TestJournal,
  testEngine,
  testPlan,
  testService,
  testTarget,
  upSteps,
} from '../testing';
import type { LogEntry, LogsRequest } from './logs';

let test: TestEngine;
let target = testTarget();
let controller = new AbortController();

beforeAll(async () => {
  test = await testEngine();
});
afterEach(async () => {
  controller.abort();
  controller = new AbortController();
  await test.cleanUp(target.environmentId);
  target = testTarget();
});
afterAll(() => test.close());

const up = (...services: ReturnType<typeof testService>[]) =>
  test.engine.execute(testPlan(...services.flatMap(upSteps)), { onStep: new TestJournal().onStep });
const ended = (service: string) => test.docker.getContainer(`${target.projectName}-${service}-1`).wait();
const script = (service: string, text: string) =>
  testService(target, service, { command: ['sh', '-c', text] });
const isLine = (entry: LogEntry): entry is LogLine => 'line' in entry;

async function history(request: Partial<LogsRequest> = {}): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  for await (const batch of test.engine.logs({ environmentId: target.environmentId, ...request })) {
    lines.push(...batch.filter(isLine));
  }
  return lines;
}

/** Follows until `enough`, collecting everything. */
async function follow(
  enough: (entries: LogEntry[]) => boolean,
  request: Partial<LogsRequest> = {},
): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  const { signal } = controller;
  for await (const batch of test.engine.logs({
    environmentId: target.environmentId,
    follow: true,
    signal,
    ...request,
  })) {
    entries.push(...batch);
    if (enough(entries)) break;
  }
  return entries;
}

describe('logs', () => {
  it('merges services in the order of time', async () => {
    await up(
      script('a', 'for i in 1 3 5; do echo a$i; sleep 0.4; done'),
      script('b', 'sleep 0.2; for i in 2 4 6; do echo b$i >&2; sleep 0.4; done'),
    );
    await Promise.all([ended('a'), ended('b')]);
    const lines = await history();
    expect([...lines].sort((x, y) => (x.at < y.at ? -1 : 1))).toEqual(lines);
    expect(lines.filter(({ service }) => service === 'a').map(({ line }) => line)).toEqual([
      'a1',
      'a3',
      'a5',
    ]);
    expect(new Set(lines.filter(({ service }) => service === 'b').map(({ stream }) => stream))).toEqual(
      new Set(['stderr']),
    );
  });

  it('gives the last lines of each service, of those asked for, since a moment', async () => {
    await up(script('a', 'seq 1 50'), script('b', 'seq 1 50'));
    await Promise.all([ended('a'), ended('b')]);
    expect(await history({ tail: 3 })).toHaveLength(6);
    const one = await history({ tail: 2, services: ['b'] });
    expect(one.map(({ service, line }) => `${service}${line}`)).toEqual(['b49', 'b50']);
    const later = await history({ services: ['b'], since: one[1]?.at });
    expect(later.map(({ line }) => line)).toEqual(['50']);
  });

  it('keeps UTF-8 whole over the frames of a long line', async () => {
    await up(script('utf', 'for i in $(seq 1 5000); do printf "é€😀"; done; echo; echo après'));
    await ended('utf');
    const [long, short] = await history();
    expect(long?.line).not.toContain('\uFFFD');
    expect(long?.line.startsWith('é€😀é€😀')).toBe(true);
    expect(long?.line).toMatch(/… \[\d+ bytes more\]$/);
    expect(short?.line).toBe('après');
  });

  it('follows without a gap or a double between what was and what comes', async () => {
    await up(script('count', 'for i in $(seq 1 300); do echo $i; sleep 0.005; done; sleep 600'));
    const entries = await follow((all) => all.filter(isLine).some(({ line }) => line === '300'));
    expect(entries.filter(isLine).map(({ line }) => Number(line))).toEqual(
      Array.from({ length: 300 }, (_, i) => i + 1),
    );
  });

  it('takes up a container that starts later, and one that starts again', async () => {
    await up(script('first', 'echo hello $$; exit 0'));
    await ended('first');
    const seen = follow((all) => all.filter(isLine).length >= 3);
    await up(script('second', 'sleep 0.3; echo second'));
    await test.docker.getContainer(`${target.projectName}-first-1`).start();
    const lines = (await seen).filter(isLine);
    expect(lines.filter(({ service }) => service === 'first')).toHaveLength(2);
    expect(lines.filter(({ service }) => service === 'second').map(({ line }) => line)).toEqual(['second']);
  });

  it('ends when its signal aborts', async () => {
    await up(testService(target, 'silent'));
    const seen = follow(() => false);
    setTimeout(() => controller.abort(), 300);
    expect(await seen).toEqual([]);
  });

  it('drops and counts when the reader is slow', async () => {
    await up(script('flood', 'sleep 0.5; seq 1 200000; echo over; sleep 600'));
    const entries: LogEntry[] = [];
    const request = {
      environmentId: target.environmentId,
      follow: true,
      tail: 0,
      buffer: 100,
      signal: controller.signal,
    };
    for await (const batch of test.engine.logs(request)) {
      entries.push(...batch);
      if (batch.filter(isLine).some(({ line }) => line === 'over')) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const dropped = entries.reduce((sum, entry) => sum + ('dropped' in entry ? entry.dropped : 0), 0);
    expect(dropped).toBeGreaterThan(100_000);
    expect(dropped + entries.filter(isLine).length).toBe(200_001);
  });
});
