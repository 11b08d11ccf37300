import { setTimeout as sleep } from 'node:timers/promises';
import { countingProxy } from '../lib/counting-proxy';
import type { Contender, Deployed, Measured } from './contender';

/** Applies with nothing to do, after each deployment. */
const NOOPS = 3;
/** And once more when the containers are no longer new, in the round that counts: what is asked must not grow. */
const LATER_MS = 20_000;

/** A stack's file, and the same with one service changed. */
export interface StackFiles {
  text: string;
  changed: string;
}

export interface RoundCalls {
  up: number;
  /** The most of any. */
  'no-op': number;
  change: number;
  down: number;
}

export interface RoundTimes {
  up: Measured;
  noops: Measured[];
  change: Measured;
  down: Measured;
}

/** The requests of one round, counted on their way to the engine; nothing is timed. */
export async function countCalls(
  contender: Contender,
  { text, changed }: StackFiles,
  endpoint: string,
  signal: AbortSignal,
): Promise<RoundCalls> {
  const proxy = await countingProxy(endpoint);
  const calls: RoundCalls = { up: 0, 'no-op': 0, change: 0, down: 0 };
  try {
    const stack = await contender.prepare(text, proxy.endpoint, signal);
    await downAfter(stack, signal, async () => {
      await stack.up();
      calls.up = proxy.take();
      for (const pause of [0, LATER_MS]) {
        await sleep(pause, undefined, { signal });
        await stack.up();
        calls['no-op'] = Math.max(calls['no-op'], proxy.take());
      }
      await stack.change(changed);
      calls.change = proxy.take();
    });
    calls.down = proxy.take();
    return calls;
  } finally {
    await proxy.close();
  }
}

/** The times of one round, straight to the engine. */
export async function timeRound(
  contender: Contender,
  { text, changed }: StackFiles,
  endpoint: string,
  signal: AbortSignal,
): Promise<RoundTimes> {
  const stack = await contender.prepare(text, endpoint, signal);
  const ups: Measured[] = [];
  const changes: Measured[] = [];
  const down = await downAfter(stack, signal, async () => {
    for (let index = 0; index <= NOOPS; index += 1) ups.push(await stack.up());
    changes.push(await stack.change(changed));
  });
  const [up, ...noops] = ups;
  const [change] = changes;
  if (!up || !change) throw new Error('a round without a deployment');
  return { up, noops, change, down };
}

/** Takes the stack down whatever happens, so that a broken or interrupted round leaves nothing behind. */
async function downAfter(stack: Deployed, signal: AbortSignal, work: () => Promise<void>): Promise<Measured> {
  try {
    signal.throwIfAborted();
    await work();
  } catch (error) {
    await stack.down();
    throw error;
  }
  return stack.down();
}
