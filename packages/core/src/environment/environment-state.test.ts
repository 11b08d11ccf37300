import { describe, expect, it } from 'vitest';
import { environmentState } from './environment-state';
import { serviceCondition } from './service-condition';

const observedAt = new Date('2026-01-01T12:00:00Z');
const ago = (seconds: number) => new Date(observedAt.getTime() - seconds * 1000);
const running = {
  ...{ state: 'running', health: 'healthy', exitCode: null, restartCount: 0, oomKilled: false },
  ...{ startedAt: ago(3600), observedAt },
};

describe('serviceCondition', () => {
  it('says what Docker says, in one word', () => {
    expect(serviceCondition(running, 'RUNNING')).toBe('UP');
    expect(serviceCondition({ ...running, health: 'none' }, 'RUNNING')).toBe('UP');
    expect(serviceCondition({ ...running, health: 'starting' }, 'RUNNING')).toBe('STARTING');
    expect(serviceCondition({ ...running, health: 'unhealthy' }, 'RUNNING')).toBe('UNHEALTHY');
    expect(serviceCondition({ ...running, state: 'restarting' }, 'RUNNING')).toBe('RESTARTING');
  });

  it('calls an exited service down only when it should run', () => {
    const exited = { ...running, state: 'exited', health: 'none', exitCode: 137 };
    expect(serviceCondition(exited, 'RUNNING')).toBe('DOWN');
    expect(serviceCondition(exited, 'STOPPED')).toBe('STOPPED');
  });
});

describe('a service in trouble', () => {
  const looping = { ...running, restartCount: 3, startedAt: ago(5) };

  it('crashes again and again, between two crashes as well', () => {
    expect(serviceCondition(looping, 'RUNNING')).toBe('CRASH_LOOP');
    expect(serviceCondition({ ...looping, state: 'restarting' }, 'RUNNING')).toBe('CRASH_LOOP');
    expect(serviceCondition({ ...looping, restartCount: 2 }, 'RUNNING')).toBe('UP');
    expect(serviceCondition({ ...looping, startedAt: ago(61) }, 'RUNNING')).toBe('UP');
  });

  it('was ended for lack of memory, and is not once it runs again', () => {
    const killed = { ...running, state: 'exited', exitCode: 137, oomKilled: true };
    expect(serviceCondition(killed, 'RUNNING')).toBe('OUT_OF_MEMORY');
    expect(serviceCondition({ ...killed, state: 'restarting' }, 'RUNNING')).toBe('OUT_OF_MEMORY');
    expect(serviceCondition({ ...killed, state: 'running', exitCode: null }, 'RUNNING')).toBe('UP');
    expect(serviceCondition(killed, 'STOPPED')).toBe('STOPPED');
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
