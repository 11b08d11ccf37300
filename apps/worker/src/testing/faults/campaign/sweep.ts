import { Drill, type DrillResult, none, type Order } from '../drill';
import type { Blow, Deed, Lane } from '../lane';
import type { Moment } from '../lines/strike';
import type { Random } from '../random';
import { breakStack, drawStack } from '../stacks/draw-stack';
import type { StackDraft } from '../stacks/stack';
import type { Unit, UnitTools } from './unit';

/** No deployment of these small stacks has as many calls: a sweep that gets here goes round in a circle. */
const MOST_CALLS = 150;
/** Commits are many; what is left of a deployment after so many is done in peace. */
const MOST_IN_SERIES = 16;

/** Gives the orders of one round; `round` makes each of them a change. */
type Rounds = (stack: StackDraft, round: number, random: Random) => Order[];

const at = (stack: StackDraft, version: number): StackDraft =>
  Object.fromEntries(Object.entries(stack).map(([name, draft]) => [name, { ...draft, version }]));

const ROUNDS: Readonly<Record<string, Rounds>> = {
  update: (stack, round) => [{ action: 'DEPLOY', stack: at(stack, round + 1) }],
  failing: (stack, round, random) => [
    { action: 'DEPLOY', stack: breakStack(random, stack, round + 1), broken: true },
  ],
  'up-and-down': (stack) => [{ action: 'REMOVE' }, { action: 'DEPLOY', stack }],
  power: () => [{ action: 'STOP' }, { action: 'START' }, { action: 'RESTART' }],
};

/**
 * Blow after blow in one deployment: each life of the worker gets as far as its first calls and is hit there, until
 * the deployment ends in spite of it. Hit `before` a call, a life must have been let do the one before it.
 */
const SERIES: readonly [kind: keyof typeof ROUNDS, line: Blow['line'], moment: Moment, deed: Deed][] = [
  ...(['before', 'during', 'done', 'answered'] as const).flatMap((moment) =>
    (['update', 'failing', 'up-and-down', 'power'] as const).map((kind): [string, 'engine', Moment, Deed] => [
      kind,
      'engine',
      moment,
      'kill',
    ]),
  ),
  ['update', 'database', 'before', 'kill'],
  ['update', 'database', 'done', 'kill'],
  ['failing', 'database', 'before', 'kill'],
  ['failing', 'database', 'done', 'kill'],
  ['update', 'engine', 'before', 'cut'],
  ['update', 'engine', 'done', 'cut'],
  ['failing', 'engine', 'done', 'cut'],
];

/** One blow in each deployment, at the first call, at the second, and so on to the last. */
const SINGLE: readonly [kind: keyof typeof ROUNDS, moment: Moment, deed: Deed][] = [
  ['update', 'done', 'kill'],
  ['failing', 'before', 'kill'],
  ['update', 'during', 'cancel'],
];

/** Every operation boundary of every kind of deployment. */
export const sweeps: readonly Unit[] = [
  ...SERIES.map(([kind, line, moment, deed]): Unit => {
    const call = moment === 'before' ? 2 : 1;
    const blow = { deed, line, call, moment };
    return {
      name: `series ${kind}: ${deed} ${moment} a call of the ${line}`,
      run: (tools) => inOneDeployment(tools, kind, blow),
    };
  }),
  ...SINGLE.map(
    ([kind, moment, deed]): Unit => ({
      name: `each call of ${kind}: ${deed} ${moment}`,
      run: (tools) => oneAfterTheOther(tools, kind, { deed, line: 'engine', moment }),
    }),
  ),
];

async function inOneDeployment(tools: UnitTools, kind: keyof typeof ROUNDS, blow: Blow): Promise<void> {
  await inEnvironment(tools, async (drill, stack) => {
    for (const order of ROUNDS[kind]?.(stack, 1, tools.random) ?? []) {
      tools.took(await drill.run(order, times(MOST_IN_SERIES, blow)));
    }
  });
}

async function oneAfterTheOther(
  tools: UnitTools,
  kind: keyof typeof ROUNDS,
  blow: Omit<Blow, 'call'>,
): Promise<void> {
  await inEnvironment(tools, async (drill, stack) => {
    let open = true;
    for (let call = 1; open && call < MOST_CALLS; call += 1) {
      open = false;
      for (const order of ROUNDS[kind]?.(stack, call, tools.random) ?? []) {
        const result = await drill.run(order, times(1, { ...blow, call }));
        tools.took(result);
        open ||= wasReached(result);
      }
    }
  });
}

/** From a stack that stands to one that is gone. */
async function inEnvironment(
  { lane, random, means, took }: UnitTools,
  work: (drill: Drill, stack: StackDraft) => Promise<void>,
): Promise<void> {
  const drill = new Drill(lane, await lane.environment());
  const stack = drawStack(random, means, 1, 2);
  took(await drill.run({ action: 'DEPLOY', stack }, none()));
  await work(drill, stack);
  took(await drill.run({ action: 'REMOVE' }, none()));
  await forget(lane, drill);
}

function wasReached({ hits }: DrillResult): boolean {
  return hits.length > 0;
}

/** Takes the volumes away, which a removed stack keeps. */
export async function forget(lane: Lane, { environment }: Drill): Promise<void> {
  await lane.scene.host.cleanUp(environment.environmentId);
}

function* times(count: number, blow: Blow): Generator<Blow> {
  for (let left = count; left > 0; left -= 1) yield blow;
}
