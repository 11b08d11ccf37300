import { describe, expect, it } from 'vitest';
import { chooseEnvironment, projectAddress, sameAddressFor } from './environment-address';

const sandbox = { slug: 'sandbox' };
const staging = { slug: 'staging' };
const project = { slug: 'credit', environments: [sandbox, staging] };

describe('chooseEnvironment', () => {
  it('takes the one that is named, else the first', () => {
    expect(chooseEnvironment(project.environments, 'staging')).toBe(staging);
    expect(chooseEnvironment(project.environments, null)).toBe(sandbox);
    expect(chooseEnvironment(project.environments, 'gone')).toBe(sandbox);
    expect(chooseEnvironment([], 'staging')).toBeUndefined();
  });
});

describe('projectAddress', () => {
  it('names every environment but the first', () => {
    expect(projectAddress(project, 'sandbox', 'stack')).toBe('/projects/credit/stack');
    expect(projectAddress(project, 'staging', 'stack')).toBe('/projects/credit/stack?env=staging');
    expect(projectAddress(project, 'staging', 'logs?service=web')).toBe(
      '/projects/credit/logs?service=web&env=staging',
    );
  });
});

describe('sameAddressFor', () => {
  it('keeps the page and what it shows', () => {
    const search = new URLSearchParams('env=sandbox&service=web');
    expect(sameAddressFor('/projects/credit/logs', search, 'staging')).toBe(
      '/projects/credit/logs?env=staging&service=web',
    );
  });

  it('leaves a page that belongs to one environment alone', () => {
    const none = new URLSearchParams();
    expect(sameAddressFor('/projects/credit/runs/0a', none, 'staging')).toBe(
      '/projects/credit/runs?env=staging',
    );
    expect(sameAddressFor('/projects/credit/revisions/3', none, 'staging')).toBe(
      '/projects/credit/revisions/3?env=staging',
    );
  });
});
