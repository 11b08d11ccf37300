import { LABELS } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { emptyObservation } from '../observed-state';
import { printPlan } from '../plan/print-plan';
import { reconcile } from '../plan/reconcile';
import { DEFAULT_POLICY } from '../plan/reconcile-policy';
import { service, stack, target } from '../testing/stacks';
import { World } from '../testing/world';
import { desiredState } from './desired-state';

const NOW = new Date('2026-01-01T00:00:00Z');

function desired(content: string, mode = 0o444) {
  const grant = { source: 'password', target: '/run/secrets/password', uid: 0, gid: 0, mode };
  const model = stack(service('web', { secrets: [grant] }));
  model.secrets.password = { name: 'password', from: 'environment', origin: 'PASSWORD', content };
  return desiredState(model, target);
}

const web = (content: string, mode?: number) => {
  const found = desired(content, mode).services.web;
  if (!found) throw new Error('no service');
  return found;
};

describe('secrets and configs', () => {
  it('reach the container with owner and permissions', () => {
    expect(web('hunter2', 0o400).container.files).toEqual([
      { path: '/run/secrets/password', content: 'hunter2', uid: 0, gid: 0, mode: 0o400 },
    ]);
  });

  it('make another container when they change, and say which changed', () => {
    expect(web('one').configHash).not.toBe(web('two').configHash);
    expect(web('one').configHash).not.toBe(web('one', 0o400).configHash);
    expect(Object.keys(web('one').parts)).toContain('files./run/secrets/password');
  });

  it('leave the hash of a service without any as it was', () => {
    const plain = desiredState(stack(service('web')), target).services.web;
    expect(plain?.container).not.toHaveProperty('files');
  });

  it('are in no label and in no printed plan', () => {
    const state = desired('hunter2');
    const plan = reconcile(state, emptyObservation(NOW), DEFAULT_POLICY, NOW);
    expect(printPlan(plan)).not.toContain('hunter2');
    expect(JSON.stringify(state.services.web?.container.labels)).not.toContain('hunter2');
    expect(state.services.web?.container.labels[LABELS.parts]).toContain('files./run/secrets/password');
  });

  it('make a container that never started anew: its files may be missing', () => {
    const world = new World();
    const plan = () => reconcile(desired('hunter2'), world.observe(), DEFAULT_POLICY, world.now());
    for (const operation of plan().operations)
      if (operation.kind !== 'START_CONTAINER' && !operation.kind.startsWith('WAIT_')) world.apply(operation);
    expect(plan().operations.map(({ kind }) => kind)).toEqual([
      'REMOVE_CONTAINER',
      'CREATE_CONTAINER',
      'START_CONTAINER',
      'WAIT_RUNNING',
    ]);
  });
});
