import { describe, expect, it } from 'vitest';
import { parseBytes } from './bytes';
import { parseDuration } from './duration';
import { shellSplit } from './shell-split';

describe('parseBytes', () => {
  it.each([
    ['0', 0],
    ['1048576', 1_048_576],
    ['10b', 10],
    ['2k', 2048],
    ['512m', 536_870_912],
    ['512M', 536_870_912],
    ['1.5g', 1_610_612_736],
    ['1 GB', 1_073_741_824],
    ['2GiB', 2_147_483_648],
    ['1t', 1_099_511_627_776],
    ['', null],
    ['m', null],
    ['-1m', null],
    ['12x', null],
    ['99999999999999t', null],
  ])('%s → %s', (text, expected) => {
    expect(parseBytes(text)).toBe(expected);
  });
});

describe('parseDuration', () => {
  it.each([
    ['0', 0],
    ['500ms', 500],
    ['30s', 30_000],
    ['1m30s', 90_000],
    ['1h', 3_600_000],
    ['1.5s', 1500],
    ['2500us', 3],
    ['30', null],
    ['', null],
    ['s', null],
    ['1m 30s', null],
    ['-1s', null],
  ])('%s → %s', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });
});

describe('shellSplit', () => {
  it.each([
    ['serve --port 8000', ['serve', '--port', '8000']],
    ['  a\t b\n', ['a', 'b']],
    [`sh -c 'echo "$A" && b'`, ['sh', '-c', 'echo "$A" && b']],
    ['a "b c" d\\ e', ['a', 'b c', 'd e']],
    ['"a\\"b" "c\\n"', ['a"b', 'c\\n']],
    ["a '' b", ['a', '', 'b']],
    ["pre'fix'ed", ['prefixed']],
    ['', []],
    ['a "b', null],
    ["a 'b", null],
  ])('%s', (text, expected) => {
    expect(shellSplit(text)).toEqual(expected);
  });
});
