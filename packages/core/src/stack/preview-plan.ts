import type { ObservedState, PlanPreview, PreviewPlanInput, Principal } from '@jalon/contracts';
import { emptyObservation, printPlan } from '@jalon/reconciler';
import type { CoreContext } from '../context';
import { readObservation } from '../environment/read-observation';
import type { DeliveryContext } from '../project/delivery-context';
import { type EnvironmentKey, requireEnvironment } from '../project/project-access';
import { openVariables } from '../variable/open-variables';
import { snapshotVariables } from '../variable/variable.repository';
import { checkCompose } from './check-compose';
import { describeOperation } from './describe-operation';
import { planStack } from './plan-stack';
import { runningStack } from './running-stack';
import { environmentVariablesForChecking } from './variables-for-checking';

/** A snapshot older than this is called stale. */
const STALE_MS = 60_000;

/**
 * What deploying the saved file to an environment would do, and why: computed from the last snapshot, without Docker.
 * The deployment itself observes afresh. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function previewPlan(
  context: DeliveryContext,
  principal: Principal,
  input: PreviewPlanInput,
): Promise<PlanPreview> {
  const environment = await requireEnvironment(context.db, principal, input.environmentId, 'read');
  const state = await readState(context, environment);
  const variables = await environmentVariablesForChecking(context.db, environment.id);
  const check = checkCompose(state.composeText, variables);
  const readable = check.stack !== null && check.missingVariables.length === 0;
  const planned = readable ? await plan(context, environment, state) : null;
  const refusals = planned?.plan?.refusals ?? [];
  const problems = planned?.problems ?? check.problems;
  return {
    environmentId: environment.id,
    stackVersion: state.stackVersion,
    operations: (planned?.plan?.operations ?? []).map(describeOperation),
    unchanged: planned?.plan?.unchanged ?? [],
    refusals,
    problems,
    warnings: check.warnings,
    missingVariables: check.missingVariables,
    planText: planned?.plan ? printPlan(planned.plan) : '',
    basis: state.basis,
    deployable: readable && problems.length === 0 && refusals.length === 0,
  };
}

interface EnvironmentReading {
  composeText: string;
  stackVersion: number;
  observed: ObservedState | null;
  nextRevision: number;
  basis: PlanPreview['basis'];
}

async function readState(context: CoreContext, environment: EnvironmentKey): Promise<EnvironmentReading> {
  const { db, clock } = context;
  // One after the other: inside a transaction there is one connection.
  const stack = await db.stack.findUniqueOrThrow({
    where: { projectId: environment.projectId },
    select: { composeText: true, version: true },
  });
  const row = await db.environment.findUniqueOrThrow({
    where: { id: environment.id },
    select: { observed: true, observedAt: true, host: { select: { unreachableSince: true } } },
  });
  const latest = await db.stackRevision.aggregate({
    where: { projectId: environment.projectId },
    _max: { number: true },
  });
  const age = row.observedAt ? clock.now().getTime() - row.observedAt.getTime() : 0;
  return {
    composeText: stack.composeText,
    stackVersion: stack.version,
    observed: readObservation(row.observed),
    nextRevision: (latest._max.number ?? 0) + 1,
    basis: {
      observedAt: row.observedAt,
      stale: age > STALE_MS,
      engineUnreachableSince: row.host.unreachableSince,
    },
  };
}

async function plan(context: DeliveryContext, environment: EnvironmentKey, state: EnvironmentReading) {
  const now = context.clock.now();
  const snapshot = await snapshotVariables(context.db, environment.id);
  return planStack({
    composeText: state.composeText,
    variables: openVariables(context.cipher, environment.id, snapshot),
    environment,
    revision: state.nextRevision,
    observed: state.observed ?? emptyObservation(now),
    fresh: !state.basis.stale && state.basis.engineUnreachableSince === null,
    running: await runningStack(context.db, environment.id),
    now,
  });
}
