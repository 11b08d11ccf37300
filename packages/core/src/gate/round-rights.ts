import { DomainError, type Principal, useCaseReference } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { requireUseCase, type UseCaseRow } from '../use-case/require-use-case';
import { isClosed } from '../use-case/rights';
import type { Policy } from './policies';
import type { Round } from './rounds';
import { type GateStand, gateStand } from './stand';

/** Owner, members of the project and admins ask for a review and answer what it asks. */
export function mayAnswer(principal: Principal, useCase: UseCaseRow): boolean {
  if (isClosed(useCase.status)) return false;
  const { userId, role } = principal;
  return role === 'ADMIN' || useCase.ownerId === userId || useCase.memberIds.includes(userId);
}

/** FORBIDDEN, naming who may, for anybody else. */
export function assertMayAnswer(principal: Principal, useCase: UseCaseRow): void {
  if (mayAnswer(principal, useCase)) return;
  throw new DomainError(
    'FORBIDDEN',
    `Only ${useCase.ownerName}, who owns ${useCaseReference(useCase.number)}, members of its project, or an admin ` +
      'may ask for its review and answer it.',
  );
}

export interface OpenRound extends GateStand {
  useCase: UseCaseRow;
  round: Round;
  policy: Policy;
}

/**
 * The round under way of a use case, locked until the transaction ends so that two writers come one after the
 * other. NOT_FOUND without a use case; CONFLICT for a closed one and where no review is under way.
 */
export async function requireOpenRound(
  tx: Db,
  principal: Principal,
  useCaseId: string,
  now: Date,
): Promise<OpenRound> {
  const useCase = await requireUseCase(tx, principal, useCaseId, 'read');
  await tx.$queryRaw`SELECT id FROM "ReviewRound" WHERE "useCaseId" = ${useCaseId}::uuid AND open FOR UPDATE`;
  const stand = await gateStand(tx, useCase, now);
  const { round, policy } = stand;
  if (isClosed(useCase.status) || !round || !policy) {
    throw new DomainError(
      'CONFLICT',
      `${useCaseReference(useCase.number)} has no review under way. Ask for one first.`,
    );
  }
  return { ...stand, useCase, round, policy };
}
