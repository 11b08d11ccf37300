import { DomainError, type StackTarget } from '@jalon/contracts';
import type { DockerEngine, ExecuteResult } from '@jalon/docker';
import type { Command } from '../args/command';
import type { Given } from '../args/given';
import { ALLOWANCES, FILES, NAMES, TIMEOUT } from '../args/options';
import { type DrawnPlan, drawPlan, observe } from '../deploy/draw-plan';
import { goBack } from '../deploy/go-back';
import { withLock } from '../deploy/lock';
import { runPlan } from '../deploy/run-plan';
import { EXIT } from '../exit';
import type { Io } from '../io';
import { paintFor } from '../view/colours';
import { count } from '../view/plain';
import { createProgress } from '../view/progress';
import { tellFailure, tellReturn } from '../view/tell';
import { showPlan } from './plan';
import { type Bench, type Limits, signalFor, withStack } from './stack-command';

/** `jalon compose up`: the stack as the files say, or as it was before. */
export const up: Command = {
  name: 'up',
  summary: 'Make the engine run what the files say; when that fails, what ran before runs again',
  usage: '[OPTIONS] [FILE…]',
  notes: [
    'It ends when every service is healthy, or has stayed up where it has no health check. Previous containers are kept',
    'until then. Ctrl-C puts back what had been changed; a second Ctrl-C leaves it as it is, for the next up to finish.',
  ],
  options: { ...NAMES, ...FILES, ...ALLOWANCES, ...TIMEOUT },
  run(io, given) {
    const limits = signalFor(io, given);
    return withStack(io, given, (bench) =>
      withLock(bench.engine.where, bench.target, () => deploy(io, given, bench, limits)),
    );
  },
};

async function deploy(io: Io, given: Given, bench: Bench, { signal, timedOut }: Limits): Promise<number> {
  const { engine, local } = bench;
  const drawn = await drawPlan(io, engine, { ...bench, pullMissing: true, signal });
  showPlan(io, drawn, local);
  const { plan, desired, observed } = drawn;
  if (plan.refusals.length > 0) return EXIT.failed;
  if (plan.operations.length === 0) return EXIT.ok;
  const progress = createProgress(io);
  const hint = sayOnInterrupt(io);
  const result = await runPlan(engine, plan, progress, signal);
  if (result.outcome === 'SUCCEEDED') {
    hint.close();
    return succeeded(io, engine, drawn);
  }
  const error = reasonOf(result, timedOut(), given);
  tellFailure(io, error, desired.target);
  tellReturn(io, await goBack(io, engine, desired, observed, progress));
  hint.close();
  return error.code === 'CANCELLED' ? EXIT.cancelled : EXIT.failed;
}

function reasonOf({ failure }: ExecuteResult, timedOut: boolean, given: Given): DomainError {
  if (failure) return failure.error;
  if (!timedOut) return new DomainError('CANCELLED', 'Cancelled.');
  return new DomainError('DEADLINE_EXCEEDED', `Not done within the ${given.text('timeout')} of --timeout.`);
}

async function succeeded(io: Io, engine: DockerEngine, { desired }: DrawnPlan): Promise<number> {
  const paint = paintFor(io.err, io);
  const { containers } = await observe(engine, desired);
  const open = containers.flatMap(({ service, ports }) =>
    ports.flatMap(({ hostIp, published, target, protocol }) =>
      published === null ? [] : [`  ${service}  ${hostIp || '0.0.0.0'}:${published} → ${target}/${protocol}`],
    ),
  );
  const services = count(Object.keys(desired.services).length, 'service');
  io.err.write(`${paint('green', 'Done.')} ${services}, as the files say. ${seeAlso(desired.target)}\n`);
  for (const line of new Set(open.sort())) io.err.write(`${line}\n`);
  return EXIT.ok;
}

function seeAlso({ projectName }: StackTarget): string {
  return `See: docker compose -p ${projectName} ps`;
}

/** Says what Ctrl-C is doing, once, as soon as it is pressed. */
function sayOnInterrupt(io: Io): { close: () => void } {
  const say = (): void =>
    io.err.write('Cancelling; what had been changed is put back. Ctrl-C again leaves it as it is.\n');
  io.interrupted.addEventListener('abort', say, { once: true });
  return { close: () => io.interrupted.removeEventListener('abort', say) };
}
