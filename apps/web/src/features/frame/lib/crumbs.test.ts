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
  it('stays with the environment within a project', () => {
    expect(crumbs('/projects/credit/environments/new', 'staging')).toEqual([
      { href: '/projects', key: 'projects' },
      { href: '/projects/credit?env=staging', text: 'credit' },
      { href: '/projects/credit/environments/new?env=staging', key: 'new' },
    ]);
    expect(crumbs('/use-cases', 'staging')).toEqual([{ href: '/use-cases', key: 'useCases' }]);
  });
  it('skips what has no page', () => {
    expect(crumbs('/admin/people')).toEqual([{ href: '/admin/people', key: 'people' }]);
    expect(crumbs('/')).toEqual([]);
  });
});
