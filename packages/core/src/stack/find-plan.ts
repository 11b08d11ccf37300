import type { AbsentImage, ObservedState, PlanFindings } from '@jalon/contracts';
import { emptyObservation, printPlan } from '@jalon/reconciler';
import { readObservation } from '../environment/read-observation';
import { loadAnswerRules } from '../gate/deployment-rules';
import { allowanceOf, type NamedAllowance } from '../host/read-allowance';
import type { DeliveryContext } from '../project/delivery-context';
import type { EnvironmentKey } from '../project/project-access';
import { openVariables, type VariableSnapshot, withoutSecrets } from '../variable/open-variables';
import { checkCompose, PLACEHOLDER } from './check-compose';
import { describeOperation } from './describe-operation';
import { planStack } from './plan-stack';
import { runningStack } from './running-stack';
import type { StackSource } from './stack-source';

/** A snapshot older than this is called stale. */
const STALE_MS = 60_000;

export interface PlanSource {
  stack: StackSource;
  /** Of the environment that is planned for: its secrets can be opened. */
  variables: VariableSnapshot;
  /** Number of the revision that it would be, or is. */
  revision: number;
  /** Service → image, of a revision that is applied again; null: images are made from the content as it is. */
  recorded: Record<string, string> | null;
}

/**
 * What applying a file would do to an environment, and why: from the last snapshot, without Docker. The caller has
 * checked that the reader may see the environment.
 */
export async function findPlan(
  context: DeliveryContext,
  environment: EnvironmentKey,
  source: PlanSource,
): Promise<PlanFindings & { absentImages: AbsentImage[] }> {
  const check = checkCompose(source.stack, withoutSecrets(source.variables, PLACEHOLDER));
  const state = await readSnapshot(context, environment);
  const readable = check.stack !== null && check.missingVariables.length === 0;
  const planned = readable ? await plan(context, environment, source, state) : null;
  const refusals = planned?.plan?.refusals ?? [];
  const problems = planned?.problems ?? check.problems;
  return {
    environmentId: environment.id,
    operations: (planned?.plan?.operations ?? []).map(describeOperation),
    unchanged: planned?.plan?.unchanged ?? [],
    refusals,
    problems,
    warnings: check.warnings,
    missingVariables: check.missingVariables,
    planText: planned?.plan ? printPlan(planned.plan) : '',
    basis: state.basis,
    deployable: readable && problems.length === 0 && refusals.length === 0,
    absentImages: planned?.absentImages ?? [],
  };
}

interface Snapshot {
  observed: ObservedState | null;
  allowance: NamedAllowance;
  basis: PlanFindings['basis'];
}

async function readSnapshot({ db, clock }: DeliveryContext, environment: EnvironmentKey): Promise<Snapshot> {
  const row = await db.environment.findUniqueOrThrow({
    where: { id: environment.id },
    select: {
      observed: true,
      observedAt: true,
      host: { select: { name: true, unreachableSince: true, allowance: true } },
    },
  });
  const age = row.observedAt ? clock.now().getTime() - row.observedAt.getTime() : 0;
  return {
    observed: readObservation(row.observed),
    allowance: allowanceOf(row.host),
    basis: {
      observedAt: row.observedAt,
      stale: age > STALE_MS,
      engineUnreachableSince: row.host.unreachableSince,
    },
  };
}

async function plan(
  context: DeliveryContext,
  environment: EnvironmentKey,
  source: PlanSource,
  { observed, allowance, basis }: Snapshot,
) {
  const now = context.clock.now();
  return planStack({
    source: source.stack,
    variables: openVariables(context.cipher, environment.id, source.variables),
    environment,
    revision: source.revision,
    recorded: source.recorded,
    observed: observed ?? emptyObservation(now),
    allowance,
    fresh: !basis.stale && basis.engineUnreachableSince === null,
    running: await runningStack(context.db, environment.id),
    rules: await loadAnswerRules(context.db, environment.id, await openSourceLicences(context)),
    now,
  });
}

async function openSourceLicences({ content }: DeliveryContext): Promise<Record<string, string>> {
  const technologies = await content.technologies();
  return Object.fromEntries(
    technologies.filter(({ licence }) => licence.openSource).map(({ id, licence }) => [id, licence.name]),
  );
}
