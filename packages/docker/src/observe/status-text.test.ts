import { describe, expect, it } from 'vitest';
import { readStatusText } from './status-text';

describe('readStatusText', () => {
  it.each([
    ['Up 5 seconds', { health: 'none', exitCode: null, upSeconds: 5 }],
    ['Up 1 second (healthy)', { health: 'healthy', exitCode: null, upSeconds: 1 }],
    ['Up Less than a second (health: starting)', { health: 'starting', exitCode: null, upSeconds: 0 }],
    ['Up About a minute (unhealthy)', { health: 'unhealthy', exitCode: null, upSeconds: null }],
    ['Up 3 hours', { health: 'none', exitCode: null, upSeconds: null }],
    ['Exited (137) 2 minutes ago', { health: 'none', exitCode: 137, upSeconds: null }],
    ['Restarting (1) 4 seconds ago', { health: 'none', exitCode: 1, upSeconds: null }],
    ['Created', { health: 'none', exitCode: null, upSeconds: null }],
  ])('reads “%s”', (text, expected) => {
    expect(readStatusText(text)).toEqual(expected);
  });
});
