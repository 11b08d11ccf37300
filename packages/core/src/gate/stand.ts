import { DomainError, type GateItem, type PolicyContent } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { loadStages, type StageRow, stageOf } from '../reference';
import type { UseCaseRow } from '../use-case/require-use-case';
import { countingVerdicts, missingApprovals } from './approvals';
import { checklistOf } from './checklist';
import type { GateFacts } from './facts';
import { gatherFacts } from './gather-facts';
import { loadPolicies, loadPolicyVersions, type Policy } from './policies';
import { isDue, reapprovalDays } from './reapproval';
import { findOpenRounds, type Round } from './rounds';

/** Where a use case stands before its next gate. */
export interface GateStand {
  stages: StageRow[];
  from: StageRow;
  /** Null when there is no gate to pass now. */
  policy: Policy | null;
  round: Round | null;
  facts: GateFacts;
  items: GateItem[];
  missing: PolicyContent['approvals'];
}

async function isAskedFor(db: Db, policy: Policy, useCase: UseCaseRow, now: Date): Promise<boolean> {
  if (policy.from.id !== policy.to.id) return true;
  const day = (await reapprovalDays(db, policy, [useCase])).get(useCase.id);
  return day !== undefined && isDue(day, now);
}

/** Reads and judges the gate that a use case is before. A round that is under way keeps the policy it began with. */
export async function gateStand(db: Db, useCase: UseCaseRow, now: Date): Promise<GateStand> {
  const stages = await loadStages(db);
  const [allFacts, rounds, policies] = await Promise.all([
    gatherFacts(db, [useCase.id], now),
    findOpenRounds(db, [useCase.id]),
    loadPolicies(db, stages),
  ]);
  const facts = allFacts.get(useCase.id);
  if (!facts) throw new DomainError('NOT_FOUND', 'There is no such use case, or you may not see it.');
  const from = stageOf(stages, useCase.stageId);
  const round = rounds.get(useCase.id) ?? null;
  const kept =
    round && (await loadPolicyVersions(db, [round.policyVersionId], stages)).get(round.policyVersionId);
  const inForce = policies.get(from.key) ?? null;
  const policy = kept ?? (inForce && (await isAskedFor(db, inForce, useCase, now)) ? inForce : null);
  const items = policy ? checklistOf(policy.items, facts, round ?? undefined) : [];
  const missing = policy ? missingApprovals(policy.approvals, countingVerdicts(round)) : [];
  return { stages, from, policy, round, facts, items, missing };
}
