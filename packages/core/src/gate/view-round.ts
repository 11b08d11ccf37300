import type { RoundView } from '@jalon/contracts';
import type { Policy } from './policies';
import type { Round } from './rounds';

/** A round as it is shown, and kept with the decision that ends it. */
export function viewRound(round: Round, policy: Pick<Policy, 'number'>): RoundView {
  const { requestedBy, requestedAt, note, revision, feedback } = round;
  return {
    requestedBy,
    requestedAt,
    note,
    revision,
    policyNumber: policy.number,
    feedback,
    approvals: round.verdicts.map(({ role, verdict, by, lender, comment, at, revision: seen }) => ({
      role,
      verdict,
      by,
      onBehalfOf: lender,
      comment,
      at,
      counts: seen === revision,
    })),
  };
}
