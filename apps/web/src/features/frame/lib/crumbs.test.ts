import { describe, expect, it } from 'vitest';
import { crumbs } from './crumbs';

describe('crumbs', () => {
  it('names pages by key and things by their own name', () => {
    expect(crumbs('/use-cases/42')).toEqual([
      { href: '/use-cases', key: 'useCases' },
      { href: '/use-cases/42', text: 'UC-42' },
    ]);
    expect(crumbs('/projects/credit-scoring/logs')).toEqual([
      { href: '/projects', key: 'projects' },
      { href: '/projects/credit-scoring', text: 'credit-scoring' },
      { href: '/projects/credit-scoring/logs', key: 'logs' },
    ]);
  });
  it('does not take a project for a page of the same name', () => {
    expect(crumbs('/projects/logs')[1]).toEqual({ href: '/projects/logs', text: 'logs' });
  });
  it('shows the beginning of an id', () => {
    const id = '0b8f2c3e-1f2d-4c3b-9a8e-5d6f7a8b9c0d';
    expect(crumbs(`/projects/credit/runs/${id}`).at(-1)).toEqual({
      href: `/projects/credit/runs/${id}`,
      text: '0b8f2c3e',
    });
  });
  it('skips what has no page', () => {
    expect(crumbs('/admin/people')).toEqual([{ href: '/admin/people', key: 'people' }]);
    expect(crumbs('/')).toEqual([]);
  });
});
