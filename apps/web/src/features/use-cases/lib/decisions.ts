import type { GateDecision, GateView } from '@jalon/contracts';

/** Whether a decision is open to the reader at this gate; the server asks again. */
export function mayTake(
  decision: GateDecision,
  gate: Pick<GateView, 'next' | 'earlier' | 'refusal' | 'findings'>,
): boolean {
  const { next, earlier, refusal, findings } = gate;
  if (!next || refusal === 'CLOSED' || refusal === 'NO_RIGHT') return false;
  const passes = refusal === null && findings.every((finding) => finding.closed);
  switch (decision) {
    case 'GO':
      return passes && (next.open === 0 || next.terms.enforcement === 'WARN');
    case 'CONDITIONAL_GO':
      return passes;
    case 'PIVOT':
      return earlier.length > 0;
    case 'HOLD':
    case 'NO_GO':
      return true;
  }
}
