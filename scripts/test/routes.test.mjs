import { describe, expect, it } from 'vitest';
import { routeOf, unseen } from './routes.mjs';

const ROUTES = ['/', '/use-cases', '/use-cases/new', '/use-cases/[number]', '/[...missing]'];

describe('routeOf', () => {
  it('leaves groups out', () => {
    expect(routeOf('(app)/use-cases/[number]/page.tsx')).toBe('/use-cases/[number]');
    expect(routeOf('(app)/page.tsx')).toBe('/');
  });
});

describe('unseen', () => {
  it('names the routes that no path belongs to', () => {
    expect(unseen(ROUTES, ['/', '/use-cases', '/use-cases/7'])).toEqual(['/[...missing]', '/use-cases/new']);
  });

  it('gives a path to the most literal route', () => {
    expect(unseen(ROUTES, ['/use-cases/new'])).toContain('/use-cases/[number]');
  });

  it('takes what no other route does for the page of what is missing', () => {
    expect(unseen(ROUTES, ['/no/such/page'])).not.toContain('/[...missing]');
  });
});
