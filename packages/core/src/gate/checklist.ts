import type { GateItem, StageKey } from '@jalon/contracts';
import type { GateFacts } from './facts';
import { CHECKLISTS } from './items';

/** The checklist of the gate that closes a stage, judged on the facts. Empty for the last stage. */
export function checklistOf(stage: StageKey, facts: GateFacts): GateItem[] {
  return (CHECKLISTS[stage] ?? []).map((check) => check(facts));
}

/** How many items are met, and how many still stand in the way; those with nothing to look at do not. */
export function tally(items: readonly GateItem[]): { met: number; open: number; ready: boolean } {
  const met = items.filter((item) => item.state === 'MET').length;
  const open = items.filter((item) => item.state === 'NOT_MET').length;
  return { met, open, ready: items.length > 0 && open === 0 };
}
