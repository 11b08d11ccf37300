import { expect, it } from 'vitest';
import { containerStart } from './container-start';

const NOW = new Date('2026-01-01T00:01:00Z');
const madeBefore = (seconds: number): number => NOW.getTime() / 1000 - seconds;

it.each([
  ['just made', 1, 'Up Less than a second', '2026-01-01T00:01:00.000Z', false],
  ['began when it was made, half a minute ago', 31, 'Up 30 seconds', '2026-01-01T00:00:30.000Z', false],
  ['with a health check', 31, 'Up 30 seconds (healthy)', '2026-01-01T00:00:30.000Z', false],
  ['began again since', 31, 'Up 2 seconds', '2026-01-01T00:00:58.000Z', true],
  ['old, and just begun anew', 86_400, 'Up 10 seconds', '2026-01-01T00:00:50.000Z', true],
  ['begun anew, and up since', 86_400, 'Up 40 seconds', '2026-01-01T00:00:20.000Z', false],
  ['up for longer than the text tells seconds', 86_400, 'Up 24 hours', null, false],
  ['not running', 31, 'Exited (1) 2 seconds ago', null, false],
])('%s', (_what, age, status, startedAt, late) => {
  expect(containerStart({ Created: madeBefore(age), Status: status }, NOW)).toEqual({ startedAt, late });
});
