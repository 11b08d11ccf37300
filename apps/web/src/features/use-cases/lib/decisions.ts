import type { GateDecision, GateView } from '@jalon/contracts';

/** Whether a decision is open to the reader at this gate; the server asks again. */
export function mayTake(
  decision: GateDecision,
  gate: Pick<GateView, 'next' | 'earlier' | 'refusal'>,
): boolean {
  const { next, earlier, refusal } = gate;
  if (!next || refusal === 'CLOSED' || refusal === 'NO_RIGHT') return false;
  switch (decision) {
    case 'GO':
      return refusal === null && next.open === 0;
    case 'CONDITIONAL_GO':
      return refusal === null;
    case 'PIVOT':
      return earlier.length > 0;
    case 'HOLD':
    case 'NO_GO':
      return true;
  }
}
