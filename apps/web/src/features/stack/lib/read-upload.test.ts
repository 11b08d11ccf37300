import { PROJECT_FILE_BYTES_MAX, PROJECT_FILES_MAX } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { brokenByUpload, readUpload, takenNames, withUploaded } from './read-upload';

const file = (name: string, ...content: (string | Uint8Array<ArrayBuffer>)[]) => new File(content, name);

describe('readUpload', () => {
  it('gives texts by name, as they are', async () => {
    const { texts, refused } = await readUpload([file('a.env', 'A=é\r\n'), file('b.txt')]);
    expect(refused).toEqual([]);
    expect(texts).toEqual({ 'a.env': 'A=é\r\n', 'b.txt': '' });
  });

  it.each([
    ['a zero byte', file('x', 'a\0b'), 'NO_TEXT'],
    ['half a character', file('x', new Uint8Array([0x61, 0xc3])), 'NO_TEXT'],
    ['UTF-16', file('x', new Uint8Array([0xff, 0xfe, 0x61, 0x00])), 'NO_TEXT'],
    ['more than a file may hold', file('x', 'a'.repeat(PROJECT_FILE_BYTES_MAX + 1)), 'TOO_LARGE'],
    ['a reserved name', file('compose.yaml', 'services: {}'), 'RESERVED'],
    ['a name of the kernel of the language', file('__proto__', 'x'), 'RESERVED'],
    ['a name with an address in it', file('http:x', 'x'), 'ADDRESS'],
    ['a name that nobody can see', file('a\u200b', 'x'), 'CONTROL'],
  ])('refuses %s, and names the file', async (_, bad, rule) => {
    const { refused } = await readUpload([file('good', 'x'), bad]);
    expect(refused).toEqual([{ name: bad.name, rule }]);
  });

  it('refuses what cannot be read, such as a folder', async () => {
    const folder = file('folder');
    folder.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    expect((await readUpload([folder])).refused).toEqual([{ name: 'folder', rule: 'UNREADABLE' }]);
  });

  it('refuses one name twice, and more than a project keeps without reading them', async () => {
    expect((await readUpload([file('a', '1'), file('a', '2')])).refused).toEqual([
      { name: 'a', rule: 'TWICE' },
    ]);
    const many = Array.from({ length: PROJECT_FILES_MAX + 1 }, (_, index) => {
      const one = file(`f${index}`);
      one.arrayBuffer = () => Promise.reject(new Error('read'));
      return one;
    });
    expect((await readUpload(many)).refused).toEqual([{ name: '', rule: 'TOO_MANY' }]);
  });

  it('puts accents together with their letters', async () => {
    expect(Object.keys((await readUpload([file('e\u0301.env', 'x')])).texts)).toEqual(['é.env']);
  });
});

describe('what becomes of the files', () => {
  const files = { a: '1', b: '2' };

  it('asks about those with another text alone', () => {
    expect(takenNames(files, { a: '1', b: '3', c: '4', toString: '5' })).toEqual(['b']);
  });

  it('replaces or keeps, and leaves the others', () => {
    const texts = { a: 'x', b: 'y', c: 'z' };
    expect(withUploaded(files, texts, new Set(['b']))).toEqual({ a: 'x', b: '2', c: 'z' });
    expect(files).toEqual({ a: '1', b: '2' });
  });

  it('says what is broken by it, and not what was before', () => {
    const before = { 'a/b': '', a: '' };
    expect(brokenByUpload(before, { ...before, c: '' })).toEqual([]);
    expect(brokenByUpload({ 'x/y': '' }, { 'x/y': '', x: '' })).toEqual([{ rule: 'FOLDER', path: 'x' }]);
    const eight = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`f${index}`, 'a'.repeat(60 * 1024)]),
    );
    expect(brokenByUpload({}, eight)).toEqual([{ rule: 'TOO_LARGE_TOGETHER', path: '' }]);
  });
});
