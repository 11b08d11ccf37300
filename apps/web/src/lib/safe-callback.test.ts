import { describe, expect, it } from 'vitest';
import { safeCallback } from './safe-callback';

const ORIGINS = ['https://jalon.example', 'https://run.jalon.example:3010'];

describe('safeCallback', () => {
  it.each([
    [undefined, '/'],
    ['/projects/credit?tab=logs#end', '/projects/credit?tab=logs#end'],
    ['https://jalon.example/portfolio', '/portfolio'],
    [
      'https://run.jalon.example:3010/s/credit/sandbox/model/',
      'https://run.jalon.example:3010/s/credit/sandbox/model/',
    ],
  ])('lets %s go to %s', (wanted, target) => expect(safeCallback(wanted, ORIGINS)).toBe(target));

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://jalon.example.evil.example/',
    'https://jalon.example@evil.example/',
    'http://jalon.example/',
  ])('does not follow %s', (wanted) => expect(safeCallback(wanted, ORIGINS)).toBe('/'));
});
