import {
  type AbsentImage,
  type DeploymentSummary,
  DomainError,
  type Principal,
  type PromoteInput,
  type PromotionInput,
  type PromotionPreview,
} from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { isPinned } from '@jalon/reconciler';
import { makeRevision } from '../deployment/make-revision';
import { lockEnvironment, queueDeployment } from '../deployment/queue-deployment';
import { refuseUnlessDeployable } from '../deployment/refuse-plan';
import type { DeliveryContext } from '../project/delivery-context';
import { type EnvironmentKey, requireEnvironment } from '../project/project-access';
import { checkCompose } from '../stack/check-compose';
import { findPlan } from '../stack/find-plan';
import { readStackSource, STACK_SOURCE, type StackSource } from '../stack/stack-source';
import { environmentVariablesForChecking } from '../stack/variables-for-checking';
import { snapshotVariables } from '../variable/variable.repository';
import { readDigests } from './read-digests';

/**
 * What taking the revision of one environment to another would do: the same file and images, the other environment's own
 * variables. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND · CONFLICT when nothing runs there · VALIDATION for two environments that are one
 */
export async function previewPromotion(
  context: DeliveryContext,
  principal: Principal,
  input: PromotionInput,
): Promise<PromotionPreview> {
  return (await planPromotion(context, principal, input)).preview;
}

/**
 * Queues a deployment of the revision that another environment stands on: a revision of its own, with the same file and
 * images and this environment's variables. Authorized by the API (`deployment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · CONFLICT when nothing runs there, or its images cannot reach this host ·
 *   STALE_VERSION when it stands on another revision by now · COMPOSE_INVALID · VARIABLE_MISSING · POLICY_REFUSED
 */
export async function promote(
  context: DeliveryContext,
  principal: Principal,
  input: PromoteInput,
): Promise<DeploymentSummary> {
  return inTransaction(context.db, async (tx) => {
    await lockEnvironment(tx, (await requireEnvironment(tx, principal, input.environmentId, 'write')).id);
    const plan = await planPromotion({ ...context, db: tx }, principal, input);
    const { preview, source, environment } = plan;
    if (preview.number !== input.number) {
      throw new DomainError(
        'STALE_VERSION',
        `${preview.from} stands on revision ${preview.number} by now. Review the promotion again.`,
      );
    }
    if (preview.unreachableImages.length > 0) throw outOfReach(preview);
    refuseUnlessDeployable(preview, environment.slug);
    const revision = await makeRevision(tx, {
      projectId: environment.projectId,
      environmentId: environment.id,
      environmentSlug: environment.slug,
      ...readStackSource(source),
      variables: await snapshotVariables(tx, environment.id),
      imageDigests: readDigests(source.imageDigests),
      promotedFromId: source.id,
      note: input.note,
      authorId: principal.userId,
      createdAt: context.clock.now(),
    });
    return queueDeployment(context, tx, principal, {
      environment,
      action: 'DEPLOY',
      source: 'PROMOTION',
      revisionId: revision.id,
      data: {
        revision: revision.number,
        promotedFrom: { environment: preview.from, revision: preview.number },
      },
    });
  });
}

async function planPromotion(context: DeliveryContext, principal: Principal, input: PromotionInput) {
  const { db } = context;
  const environment = await requireEnvironment(db, principal, input.environmentId, 'read');
  const from = await requireEnvironment(db, principal, input.fromEnvironmentId, 'read');
  refuseUnrelated(from, environment);
  const { currentRevision: source, hostId } = await db.environment.findUniqueOrThrow({
    where: { id: from.id },
    select: {
      hostId: true,
      currentRevision: { select: { ...STACK_SOURCE, id: true, number: true, imageDigests: true } },
    },
  });
  if (!source) {
    throw new DomainError('CONFLICT', `Nothing is deployed to ${from.slug}. Deploy it there first.`);
  }
  const newest = await db.stackRevision.aggregate({
    where: { projectId: environment.projectId },
    _max: { number: true },
  });
  const findings = await findPlan(context, environment, {
    stack: readStackSource(source),
    variables: await snapshotVariables(db, environment.id),
    revision: (newest._max.number ?? 0) + 1,
    recorded: readDigests(source.imageDigests),
  });
  const isSameHost = (await db.environment.count({ where: { id: environment.id, hostId } })) > 0;
  const unreachableImages = isSameHost
    ? []
    : imagesWithoutDigest(readStackSource(source), await environmentVariablesForChecking(db, environment.id));
  const preview: PromotionPreview = {
    ...findings,
    number: source.number,
    from: from.slug,
    to: environment.slug,
    unreachableImages,
    deployable: findings.deployable && unreachableImages.length === 0,
  };
  return { preview, source, environment };
}

function refuseUnrelated(from: EnvironmentKey, to: EnvironmentKey): void {
  if (from.projectId !== to.projectId) {
    throw new DomainError('NOT_FOUND', 'This project has no such environment to promote from.');
  }
  if (from.id === to.id) {
    throw new DomainError('VALIDATION', 'Choose another environment: a promotion goes from one to another.');
  }
}

/** What another host cannot pull: images that are built here, or named by a tag that may mean another one there. */
function imagesWithoutDigest(source: StackSource, variables: Record<string, string>): AbsentImage[] {
  const { stack } = checkCompose(source, variables);
  return Object.values(stack?.services ?? {})
    .filter((service) => service.jalon.role !== 'job' && !isPinned(service))
    .map(({ name, image }) => ({ service: name, image: image ?? '' }));
}

function outOfReach({ from, to, unreachableImages }: PromotionPreview): DomainError {
  const services = unreachableImages.map(({ service }) => service).join(', ');
  return new DomainError(
    'CONFLICT',
    `${to} is on another host than ${from}, and the images of ${services} cannot be pulled there by digest. Name each as image@sha256:… from a registry that both hosts reach, or use environments on one host.`,
    unreachableImages.map(({ service }) => ({
      path: `services.${service}`,
      message: 'It has no digest that another host could pull.',
    })),
  );
}
