import { Drill, type Order } from '../drill';
import type { Blow, Deed } from '../lane';
import { MOMENTS } from '../lines/strike';
import type { Random } from '../random';
import { breakStack, changeStack, drawStack, type Means } from '../stacks/draw-stack';
import { forget } from './sweep';
import type { Unit, UnitTools } from './unit';

const DEPLOYMENTS = 6;
const FEWEST_BLOWS = 2;
const MOST_BLOWS = 8;

/** Revision after revision, whatever comes to mind, each under several blows in a row; then everything is removed. */
export function walk(number: number): Unit {
  return { name: `walk ${number}`, run };
}

async function run({ lane, random, means, took, isEnough }: UnitTools): Promise<void> {
  const drill = new Drill(lane, await lane.environment());
  for (let version = 1; version <= DEPLOYMENTS && !isEnough(); version += 1) {
    took(await drill.run(nextOrder(drill, random, means, version), blows(random)));
  }
  took(await drill.run({ action: 'REMOVE' }, blows(random)));
  await forget(lane, drill);
}

/** Something that makes sense where the environment stands. */
function nextOrder({ standing }: Drill, random: Random, means: Means, version: number): Order {
  const isThere = standing.state === 'running' || standing.state === 'stopped';
  if (!isThere) return firstOrder(random, means, version);
  const { stack } = standing;
  const dice = random.between(1, 12);
  if (dice <= 5) return { action: 'DEPLOY', stack: changeStack(random, means, stack, version) };
  if (dice <= 8) return { action: 'DEPLOY', stack: breakStack(random, stack, version), broken: true };
  if (dice === 9) return { action: 'REMOVE' };
  if (standing.state === 'stopped') return { action: 'START' };
  return { action: random.pick(['STOP', 'RESTART']) };
}

function firstOrder(random: Random, means: Means, version: number): Order {
  const stack = drawStack(random, means, version, 3);
  if (random.chance(0.2))
    return { action: 'DEPLOY', stack: breakStack(random, stack, version), broken: true };
  return { action: 'DEPLOY', stack };
}

/** A few blows, most of them kills, each soon after the last: early calls and late ones, on either line. */
function* blows(random: Random): Generator<Blow> {
  for (let left = random.between(FEWEST_BLOWS, MOST_BLOWS); left > 0; left -= 1) {
    const onEngine = random.chance(0.75);
    const deed = random.chance(0.9) ? 'kill' : random.pick<Deed>(['cut', 'cancel']);
    yield onEngine
      ? { deed, line: 'engine', call: random.between(1, 4), moment: random.pick(MOMENTS) }
      : { deed, line: 'database', call: random.between(1, 9), moment: random.pick(['before', 'done']) };
  }
}
