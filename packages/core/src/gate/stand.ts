import { DomainError, type GateItem, type PolicyContent } from '@jalon/contracts';
import { type Db, isClient } from '@jalon/db';
import { bookOf } from '../portfolio/book/portfolio-book';
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

interface Subject {
  stages: StageRow[];
  facts: GateFacts;
  round: Round | null;
}

/** From the book, which has it of what is active; within a transaction, and of what is not, from the tables. */
async function findSubject(db: Db, useCaseId: string, now: Date): Promise<Subject> {
  if (isClient(db)) {
    const book = bookOf(db);
    await book.refresh(now);
    const { facts, round = null } = book.entries.get(useCaseId) ?? {};
    if (facts) return { stages: book.yardsticks.stages, facts: { ...facts, now }, round };
  }
  const [stages, allFacts, rounds] = await Promise.all([
    loadStages(db),
    gatherFacts(db, [useCaseId], now),
    findOpenRounds(db, [useCaseId]),
  ]);
  const facts = allFacts.get(useCaseId);
  if (!facts) throw new DomainError('NOT_FOUND', 'There is no such use case, or you may not see it.');
  return { stages, facts, round: rounds.get(useCaseId) ?? null };
}

/** Reads and judges the gate that a use case is before. A round that is under way keeps the policy it began with. */
export async function gateStand(db: Db, useCase: UseCaseRow, now: Date): Promise<GateStand> {
  const { stages, facts, round } = await findSubject(db, useCase.id, now);
  const policies = await loadPolicies(db, stages);
  const from = stageOf(stages, useCase.stageId);
  const kept =
    round && (await loadPolicyVersions(db, [round.policyVersionId], stages)).get(round.policyVersionId);
  const inForce = policies.get(from.key) ?? null;
  const policy = kept ?? (inForce && (await isAskedFor(db, inForce, useCase, now)) ? inForce : null);
  const items = policy ? checklistOf(policy.items, facts, round ?? undefined) : [];
  const missing = policy ? missingApprovals(policy.approvals, countingVerdicts(round)) : [];
  return { stages, from, policy, round, facts, items, missing };
}
