import {
  APPROVAL_ROLES,
  type ApprovalRole,
  allows,
  type PolicyContent,
  type Principal,
} from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import type { UseCaseRow } from '../use-case/require-use-case';
import { isClosed } from '../use-case/rights';
import type { Policy } from './policies';
import type { Round } from './rounds';

/** A right to approve in a role: one's own, or lent by `lenderId`. */
export interface ApprovalRight {
  role: ApprovalRole;
  lenderId: string | null;
}

/** In which roles people approve by their role in Jalon alone. */
export const OF_ROLE: Record<Principal['role'], readonly ApprovalRole[]> = {
  ADMIN: APPROVAL_ROLES,
  ENGINEER: ['ENGINEERING'],
  BUSINESS: ['BUSINESS'],
};

/** In which roles a person approves: by their role in Jalon, by name, or lent and not yet over. */
export async function approvalRights(db: Db, principal: Principal, now: Date): Promise<ApprovalRight[]> {
  const grants = await readRows<ApprovalRight>(
    db,
    Prisma.sql`
    SELECT role::text AS role, "lenderId" FROM "ApproverGrant"
    WHERE "userId" = ${principal.userId}::uuid AND (until IS NULL OR until >= ${now}::timestamptz)
    ORDER BY "lenderId" NULLS FIRST, id`,
  );
  const own = OF_ROLE[principal.role].map((role) => ({ role, lenderId: null }));
  return [...own, ...grants];
}

/** What is left of a person's rights at one gate: nobody approves their own, nor does whoever they lent it to. */
export function rightsAt(
  rights: readonly ApprovalRight[],
  principal: Principal,
  useCase: UseCaseRow,
  policy: Pick<Policy, 'selfApproval' | 'approvals'>,
): ApprovalRight[] {
  if (isClosed(useCase.status) || !allows(principal.role, 'gate:review')) return [];
  const own = (id: string | null) => id === useCase.ownerId && !policy.selfApproval;
  if (own(principal.userId)) return [];
  const asked = policy.approvals.map(({ role }) => role);
  return rights.filter(({ role, lenderId }) => asked.includes(role) && !own(lenderId));
}

/** Verdicts that count: given on the answers as they are now. */
export function countingVerdicts(round: Round | null): Round['verdicts'] {
  return round?.verdicts.filter((verdict) => verdict.revision === round.revision) ?? [];
}

/** Which approvals a policy still misses, after those of the round. */
export function missingApprovals(
  needed: PolicyContent['approvals'],
  given: readonly { role: ApprovalRole; verdict: string }[],
): PolicyContent['approvals'] {
  return needed
    .map(({ role, count }) => ({
      role,
      count:
        count - given.filter((verdict) => verdict.role === role && verdict.verdict === 'APPROVED').length,
    }))
    .filter(({ count }) => count > 0);
}
