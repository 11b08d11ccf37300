import { describe, expect, it } from 'vitest';
import {
  brokenPathRule,
  PROJECT_FILE_BYTES_MAX,
  PROJECT_FILE_PATH_MAX,
  PROJECT_FILES_MAX,
  projectFilesSchema,
} from './project-file';

/** What a set of files is refused with; empty: it is kept. */
const refusals = (files: Record<string, string>) =>
  projectFilesSchema.safeParse(files).error?.issues.map(({ message }) => message) ?? [];

describe('brokenPathRule', () => {
  it.each([
    'app.env',
    '.env',
    'config/app.env',
    'parts/compose.yaml',
    'a/b/c.d/e',
    'été/fichier un.txt',
    '...',
    'a..b',
    'compose.override.yaml',
  ])('keeps %j', (path) => expect(brokenPathRule(path)).toBeNull());

  it.each([
    ['', 'EMPTY'],
    ['  ', 'EMPTY'],
    ['a'.repeat(PROJECT_FILE_PATH_MAX + 1), 'TOO_LONG'],
    ['a\0b', 'CONTROL'],
    ['a\nb', 'CONTROL'],
    ['a\u202egnp.env', 'CONTROL'],
    ['a\u200bb', 'CONTROL'],
    ['\ud800', 'CONTROL'],
    ['C:/x', 'OTHER_SYSTEM'],
    ['c:x', 'OTHER_SYSTEM'],
    ['..\\x', 'OTHER_SYSTEM'],
    ['\\\\host\\share', 'OTHER_SYSTEM'],
    ['https://example.org/x', 'ADDRESS'],
    ['git@example.org:x', 'ADDRESS'],
    ['/etc/passwd', 'ABSOLUTE'],
    ['//host/x', 'ABSOLUTE'],
    ['~/x', 'HOME'],
    ['~root/x', 'HOME'],
    ['..', 'WALKS_OUT'],
    ['../x', 'WALKS_OUT'],
    ['a/../x', 'WALKS_OUT'],
    ['a/..', 'WALKS_OUT'],
    ['.', 'NOT_NORMAL'],
    ['./x', 'NOT_NORMAL'],
    ['a/./x', 'NOT_NORMAL'],
    ['a//x', 'NOT_NORMAL'],
    ['a/', 'NOT_NORMAL'],
    [' a', 'NOT_NORMAL'],
    ['a /x', 'NOT_NORMAL'],
    ['e\u0301te\u0301', 'NOT_NORMAL'],
    ['compose.yaml', 'RESERVED'],
    ['compose.yml', 'RESERVED'],
    ['docker-compose.yml', 'RESERVED'],
    ['Docker-Compose.YAML', 'RESERVED'],
    ['a/__proto__', 'RESERVED'],
  ] as const)('refuses %j: %s', (path, rule) => expect(brokenPathRule(path)).toBe(rule));
});

describe('projectFilesSchema', () => {
  const full = 'é'.repeat(PROJECT_FILE_BYTES_MAX / 2);
  const many = (count: number, text: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, text]));

  it('keeps what is within every bound', () => {
    expect(refusals(many(8, full))).toEqual([]);
    expect(refusals(many(PROJECT_FILES_MAX, 'x'))).toEqual([]);
    expect(refusals({})).toEqual([]);
  });

  it.each([
    ['a path', { '../x': '' }, '"../x" cannot be a file of the project: it leads out of the project'],
    ['a long file', { a: `${full}x` }, '"a" is longer than 64 KiB'],
    ['many files', many(PROJECT_FILES_MAX + 1, ''), 'at most 50 files'],
    ['much together', many(9, full), 'longer than 512 KiB together'],
    ['NUL', { a: 'x\0' }, '"a" is no text'],
    ['half a character', { a: 'x\ud83d' }, '"a" is no text'],
    ['a file as a folder', { a: '', 'a/b': '' }, '"a" is a file, and a folder of another one'],
  ] as const)('refuses %s, and names it', (_, files, message) => {
    expect(refusals(files)).toEqual([expect.stringContaining(message)]);
  });
});
