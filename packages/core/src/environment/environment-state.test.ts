import { describe, expect, it } from 'vitest';
import { environmentState } from './environment-state';
import { serviceCondition } from './service-condition';

const running = { state: 'running', health: 'healthy', exitCode: null };

describe('serviceCondition', () => {
  it('says what Docker says, in one word', () => {
    expect(serviceCondition(running, 'RUNNING')).toBe('UP');
    expect(serviceCondition({ ...running, health: 'none' }, 'RUNNING')).toBe('UP');
    expect(serviceCondition({ ...running, health: 'starting' }, 'RUNNING')).toBe('STARTING');
    expect(serviceCondition({ ...running, health: 'unhealthy' }, 'RUNNING')).toBe('UNHEALTHY');
    expect(serviceCondition({ ...running, state: 'restarting' }, 'RUNNING')).toBe('RESTARTING');
  });

  it('calls an exited service down only when it should run', () => {
    const exited = { state: 'exited', health: 'none', exitCode: 137 };
    expect(serviceCondition(exited, 'RUNNING')).toBe('DOWN');
    expect(serviceCondition(exited, 'STOPPED')).toBe('STOPPED');
  });
});

describe('environmentState', () => {
  const base = { desiredState: 'RUNNING', latestDeployment: null, observed: true } as const;

  it('puts a deployment in progress first', () => {
    const deploying = {
      ...base,
      latestDeployment: { status: 'VERIFYING' as const },
      conditions: ['UP' as const],
    };
    expect(environmentState(deploying)).toBe('DEPLOYING');
  });

  it('holds what is against what was wished', () => {
    expect(environmentState({ ...base, conditions: ['UP', 'UP'] })).toBe('RUNNING');
    expect(environmentState({ ...base, conditions: ['UP', 'DOWN'] })).toBe('DEGRADED');
    expect(environmentState({ ...base, conditions: ['DOWN', 'RESTARTING'] })).toBe('DOWN');
    expect(environmentState({ ...base, conditions: [] })).toBe('DOWN');
    expect(environmentState({ ...base, desiredState: 'STOPPED', conditions: ['STOPPED'] })).toBe('STOPPED');
    expect(environmentState({ ...base, desiredState: 'REMOVED', conditions: [] })).toBe('NOT_DEPLOYED');
    expect(environmentState({ ...base, desiredState: 'REMOVED', conditions: ['UP'] })).toBe('DEGRADED');
  });

  it('never calls down what nobody has looked at', () => {
    expect(environmentState({ ...base, conditions: [], observed: false })).toBe('UNKNOWN');
  });
});
