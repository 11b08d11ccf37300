import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDuration,
  formatExactMoney,
  formatMoney,
  formatRelative,
  formatShare,
  formatTime,
} from './format';

/** Every kind of space as a plain one. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('formatMoney', () => {
  it.each([
    ['1200000.00', 'en', '€1.2 M'],
    ['1200000.00', 'fr', '1,2 M €'],
    ['850', 'en', '€850'],
    ['45600', 'en', '€45.6 K'],
    ['45600', 'fr', '45,6 k €'],
    ['-3400000', 'en', '-€3.4 M'],
  ])('%s in %s is %s', (value, locale, expected) => {
    expect(plain(formatMoney(value, 'EUR', locale))).toBe(expected);
  });
});

describe('formatExactMoney', () => {
  it('keeps every digit of a figure that a float cannot hold', () => {
    expect(plain(formatExactMoney('9007199254740993.01', 'EUR', 'en'))).toBe('€9,007,199,254,740,993.01');
  });
  it('drops the cents when there are none', () => {
    expect(plain(formatExactMoney('1200000.00', 'EUR', 'fr'))).toBe('1 200 000 €');
  });
});

describe('formatRelative', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  it.each([
    [10, 'en', 'now'],
    [50, 'en', '1 minute ago'],
    [185, 'fr', 'il y a 3 minutes'],
    [7200, 'en', '2 hours ago'],
    [86_400, 'fr', 'hier'],
    [-172_800, 'en', 'in 2 days'],
    [40 * 86_400, 'en', 'last month'],
    [-6.99 * 86_400, 'en', 'in 7 days'],
  ])('%s seconds ago in %s is “%s”', (seconds, locale, expected) => {
    expect(plain(formatRelative(ago(seconds), now, locale))).toBe(expected);
  });
});

describe('formatDuration, formatBytes, formatShare', () => {
  it('choose the unit by size', () => {
    expect(plain(formatDuration(850, 'en'))).toBe('850 ms');
    expect(plain(formatDuration(12_400, 'fr'))).toBe('12,4 s');
    expect(plain(formatDuration(185_000, 'en'))).toBe('3 min 05 s');
    expect(plain(formatDuration(7_800_000, 'en'))).toBe('2 h 10 min');
    expect(plain(formatBytes(1_468_006, 'fr'))).toBe('1,4 Mio');
    expect(plain(formatBytes(0, 'en'))).toBe('0 B');
    expect(plain(formatShare('0.282', 'fr'))).toBe('28,2 %');
  });
});

describe('formatTime', () => {
  it('counts the hours to 24 in both languages, with the seconds', () => {
    const evening = new Date(2026, 4, 3, 18, 5, 9);
    expect(formatTime(evening, 'en')).toBe('18:05:09');
    expect(formatTime(evening, 'fr')).toBe('18:05:09');
  });
});
