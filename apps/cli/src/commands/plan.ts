import type { Plan } from '@jalon/contracts';
import { causeText, describeOperation, printPlan } from '@jalon/reconciler';
import type { Command } from '../args/command';
import { ALLOWANCES, FILES, JSON_OUTPUT, NAMES, TIMEOUT } from '../args/options';
import { type DrawnPlan, drawPlan } from '../deploy/draw-plan';
import { EXIT } from '../exit';
import type { Io } from '../io';
import type { LocalStack } from '../stack/read-stack';
import { printFindings } from '../view/print-findings';
import { signalFor, withStack } from './stack-command';

/** `jalon compose plan`: what up would do, and why. */
export const plan: Command = {
  name: 'plan',
  summary: 'Print what up would do on the engine, each operation with its cause; nothing is changed',
  usage: '[OPTIONS] [FILE…]',
  notes: ['Ends with 1 when the policy or the host refuses the stack.'],
  options: {
    'detailed-exitcode': {
      type: 'boolean',
      help: 'End with 2 when there is something to do, with 0 when there is nothing',
    },
    ...NAMES,
    ...FILES,
    ...ALLOWANCES,
    ...TIMEOUT,
    ...JSON_OUTPUT,
  },
  run(io, given) {
    const { signal } = signalFor(io, given);
    return withStack(io, given, async ({ engine, local, ...request }) => {
      const drawn = await drawPlan(io, engine, { ...request, local, pullMissing: false, signal });
      if (given.flag('json')) io.out.write(`${JSON.stringify(planAsJson(drawn, local), null, 2)}\n`);
      else showPlan(io, drawn, local);
      const { operations, refusals } = drawn.plan;
      if (refusals.length > 0) return EXIT.failed;
      return operations.length > 0 && given.flag('detailed-exitcode') ? EXIT.changes : EXIT.ok;
    });
  },
};

/** The plan, with what the file asks for and does not get. */
export function showPlan(io: Io, { plan: drawn, desired, left }: DrawnPlan, { warnings }: LocalStack): void {
  printFindings(io, io.err, 'warning', warnings);
  io.out.write(`${desired.target.projectName}: ${printPlan(drawn)}`);
  for (const { service, what, reason } of left) io.out.write(`  ${what}: ${service} (${reason})\n`);
}

/** Names and causes only: what the operations carry holds the values of variables. */
function planAsJson({ plan: drawn, desired, left }: DrawnPlan, { warnings }: LocalStack) {
  return {
    project: desired.target.projectName,
    operations: drawn.operations.map(asJson),
    unchanged: drawn.unchanged,
    notDone: left,
    refusals: drawn.refusals,
    warnings,
  };
}

function asJson(operation: Plan['operations'][number]) {
  const { key, kind, service, after, cause } = operation;
  return { key, kind, service, what: describeOperation(operation), cause, why: causeText(cause), after };
}
