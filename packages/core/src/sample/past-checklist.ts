import type { GateItem, PolicyItem } from '@jalon/contracts';
import { checklistOf, type GateFacts } from '../gate';
import { NO_PROJECT } from '../gate/project-facts';

const NOTHING_KNOWN: GateFacts = {
  now: new Date(0),
  problemStatement: '',
  expectedOutcome: '',
  benefitType: 'COST_REDUCTION',
  ownerName: '',
  stageSince: new Date(0),
  estimate: null,
  kpis: [],
  ...NO_PROJECT,
};

/** The checklist of a past decision, as the sample tells it: what was shown on paper then, and what was open. */
export function pastChecklist(items: readonly PolicyItem[], open: readonly string[]): GateItem[] {
  return checklistOf(items, NOTHING_KNOWN).map(({ key, policy }) => ({
    key,
    policy,
    state: open.includes(key) ? 'NOT_MET' : 'MET',
    evidence: { key: open.includes(key) ? 'openOnPaper' : 'shownOnPaper', values: {} },
  }));
}
