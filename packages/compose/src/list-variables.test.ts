// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { expect, it } from 'vitest';
import { listSourceVariables, listVariables } from './list-variables';

it('lists each variable once, with its default, need and place', () => {
  const text = [
    'services:',
    '  web:',
    '    image: "web:${TAG:-1.2}"',
    '    user: $WHO',
    '    environment:',
    '      URL: "http://${HOST:-${FALLBACK:-localhost}}/$$HOME"',
    '      KEY: ${KEY}',
    '      KEY_AGAIN: ${KEY:?give a key}',
    '      ${NOT_A_VALUE}: x',
    '      IF_SET: ${FLAG:+yes}',
  ].join('\n');
  const use = (name: string, line: number, column: number, more: object) => ({
    name,
    default: null,
    required: false,
    optional: false,
    line,
    column,
    ...more,
  });
  expect(listVariables(text)).toEqual([
    use('TAG', 3, 12, { default: '1.2' }),
    use('WHO', 4, 11, { optional: true }),
    use('HOST', 6, 12, {}),
    use('FALLBACK', 6, 12, { default: 'localhost' }),
    use('KEY', 7, 12, { required: true }),
    use('FLAG', 10, 15, { optional: true }),
  ]);
  expect(listVariables('')).toEqual([]);
  expect(() => listVariables('a: "')).toThrowError(expect.objectContaining({ code: 'COMPOSE_INVALID' }));
});

it('lists what secrets and configs are made of', () => {
  const text = 'services: {}\nsecrets:\n  s: {environment: PASSWORD}\n  f: {file: a}\n  n:\n';
  expect(listVariables(text)).toEqual([
    { name: 'PASSWORD', default: null, required: true, optional: false, line: 3, column: 20 },
  ]);
  expect(listSourceVariables(text)).toEqual(['PASSWORD']);
  expect(listSourceVariables('secrets: {s: "')).toEqual([]);
  expect(listSourceVariables('- secrets')).toEqual([]);
});
