import { describe, expect, it } from 'vitest';
import { readIgnore } from './ignore';

const excluded = (text: string, ...paths: string[]) =>
  paths.filter((path) => readIgnore(text).excludes(path));

describe('a .dockerignore', () => {
  it.each([
    ['a file at the top only', 'notes.md', ['notes.md'], ['docs/notes.md']],
    [
      'a folder and all in it',
      'node_modules',
      ['node_modules', 'node_modules/a/b.js'],
      ['src/node_modules/a'],
    ],
    ['the same with slashes around it', './build/', ['build', 'build/x'], ['rebuild']],
    ['a slash at the front', '/secret', ['secret'], ['a/secret']],
    ['anywhere', '**/*.pyc', ['x.pyc', 'a/b/x.pyc'], ['x.py']],
    ['a folder anywhere', '**/cache', ['cache/a', 'a/cache/b'], ['cached']],
    ['a star within one name', '*.md', ['README.md'], ['docs/README.md', 'md']],
    ['a star for one folder', '*/temp', ['a/temp', 'a/temp/x'], ['temp', 'a/b/temp']],
    ['one character', 'temp?', ['tempa'], ['temp', 'tempab']],
    ['a set', 'file[0-9].txt', ['file3.txt'], ['fileX.txt']],
    ['the opposite of a set', 'file[^0-9].txt', ['fileX.txt'], ['file3.txt']],
    ['what is below a folder', 'data/**', ['data/a', 'data/a/b'], ['dat']],
    ['what regular expressions use', 'a+b(1).txt', ['a+b(1).txt'], ['aab1.txt']],
    ['a character that is meant as it is', '\\*.md', ['*.md'], ['a.md']],
    ['comments, blank lines, line ends', '# *\r\n\r\n  a.txt  \r\n', ['a.txt'], ['# *', 'b']],
    ['what climbs out', '../x\n../../*', [], ['x']],
  ])('leaves out %s', (_what, text, out, kept) => {
    expect(excluded(text, ...out, ...kept)).toEqual(out);
  });

  it('obeys the last pattern that matches', () => {
    const text = '*\n!src\n!README.md\nsrc/private\n!src/private/ok.txt';
    const paths = ['a', 'src/x.ts', 'src/private/key', 'src/private/ok.txt', 'README.md'];
    expect(excluded(text, ...paths)).toEqual(['a', 'src/private/key']);
  });

  it('looks into a folder only where something may be wanted again', () => {
    const ignore = readIgnore('node_modules\ndocs\n!docs/keep.md\nvendor\n!**/wanted.txt');
    expect(ignore.excludesAllOf('docs')).toBe(false);
    expect(readIgnore('node_modules\ndocs\n!docs/keep.md').excludesAllOf('node_modules')).toBe(true);
    expect(ignore.excludesAllOf('vendor')).toBe(false);
    expect(ignore.excludesAllOf('src')).toBe(false);
  });
});
