import { randomUUID } from 'node:crypto';
import { imagesOf, parseStack } from '@jalon/compose';
import type { StackTarget } from '@jalon/contracts';
import type { DockerEngine, OnStep } from '@jalon/docker';
import { testEngine } from '@jalon/docker/testing';
import { desiredState, emptyState, reconcile, stackTarget } from '@jalon/reconciler';
import { Refusal } from '../../scripts/lib/fail.mjs';
import type { BenchContext } from '../lib/report';

export interface OwnStack {
  engine: DockerEngine;
  target: StackTarget;
  /** Brings this file up. */
  up(text: string, onStep?: OnStep): Promise<void>;
  containerIds(): Promise<string[]>;
}

/** Gives the work a stack of its own on the engine, and takes it down whatever happens. */
export async function withOwnStack<T>(
  { dockerHost, signal }: BenchContext,
  work: (stack: OwnStack) => Promise<T>,
): Promise<T> {
  if (!dockerHost) throw new Refusal('This benchmark needs a Docker engine.');
  const { engine, close } = await testEngine({ endpoint: dockerHost });
  const project = `bench-${randomUUID().slice(0, 8)}`;
  const environmentId = randomUUID();
  const target = stackTarget({ environmentId, project, environment: 'sandbox', revision: 1 });
  const observe = (images: string[]) => engine.observe({ environmentId, images });
  try {
    return await work({
      engine,
      target,
      up: async (text, onStep = async () => undefined) => {
        const { stack } = parseStack(text, {});
        const observed = await observe(imagesOf(stack));
        const plan = reconcile(desiredState(stack, target), observed, { runningWindowMs: 0 }, new Date());
        const { outcome, failure } = await engine.execute(plan, { onStep, signal });
        if (outcome !== 'SUCCEEDED') throw failure?.error ?? new Error(outcome);
      },
      containerIds: async () => (await observe([])).containers.map(({ id }) => id),
    });
  } finally {
    const plan = reconcile(emptyState(target), await observe([]), { action: 'REMOVE' }, new Date());
    await engine.execute(plan, { onStep: async () => undefined });
    close();
  }
}
