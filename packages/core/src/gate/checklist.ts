import type { GateItem, PolicyItem, Tally } from '@jalon/contracts';
import { CHECKS } from './checks';
import type { GateFacts } from './facts';
import type { Round, RoundAnswer } from './rounds';

type Given = Pick<Round, 'answers' | 'waivers'>;
const NOTHING_GIVEN: Given = { answers: [], waivers: [] };

function answered(item: PolicyItem, answer: RoundAnswer | undefined): GateItem {
  if (!answer) return { key: item.key, state: 'NOT_MET', evidence: { key: 'notAnswered', values: {} } };
  const { value, label, by, at } = answer;
  const text = item.choices?.find((choice) => choice.value === value)?.label ?? (label || value);
  return {
    key: item.key,
    state: 'MET',
    evidence: { key: 'answered', values: { name: by, at: at.toISOString() } },
    answer: { value, text, url: item.kind === 'FILE' ? value : null, by, at },
  };
}

function measured({ key, metric }: PolicyItem, { model }: GateFacts): GateItem {
  const found = metric ? model?.metrics[metric.name] : undefined;
  const item = (
    state: GateItem['state'],
    evidence: string,
    values: GateItem['evidence']['values'],
  ): GateItem => ({
    key,
    state,
    evidence: { key: evidence, values },
  });
  if (!model) return item('NOT_MET', 'noModel', {});
  if (!metric || typeof found !== 'number')
    return item('NOT_MET', 'metricMissing', { metric: metric?.name ?? '' });
  const holds = metric.operator === 'AT_LEAST' ? found >= metric.bound : found <= metric.bound;
  const values = {
    metric: metric.name,
    value: found,
    bound: metric.bound,
    number: model.number,
    at: model.at.toISOString(),
  };
  return item(
    holds ? 'MET' : 'NOT_MET',
    metric.operator === 'AT_LEAST' ? 'metricAtLeast' : 'metricAtMost',
    values,
  );
}

function judged(item: PolicyItem, facts: GateFacts, given: Given): GateItem {
  if (item.kind === 'METRIC_CHECK') return measured(item, facts);
  if (item.kind !== 'AUTOMATIC') {
    return answered(
      item,
      given.answers.find((answer) => answer.itemKey === item.key),
    );
  }
  const check = CHECKS[item.check ?? ''];
  if (!check) return { key: item.key, state: 'NOT_AVAILABLE', evidence: { key: 'notAvailable', values: {} } };
  return { ...check(facts), key: item.key };
}

/** A checklist judged on the facts, and on what people answered and waived in a round. Pure. */
export function checklistOf(
  items: readonly PolicyItem[],
  facts: GateFacts,
  given: Given = NOTHING_GIVEN,
): GateItem[] {
  return items.map((policy) => {
    const item = { ...judged(policy, facts, given), policy };
    const waiver = given.waivers.find((known) => known.itemKey === policy.key);
    if (!waiver || item.state === 'MET') return item;
    const values = { reason: waiver.reason, name: waiver.by, at: waiver.at.toISOString() };
    return { ...item, state: 'WAIVED', evidence: { key: 'waived', values } };
  });
}

/** The required items that a go waits for. */
export function openItems(items: readonly GateItem[]): GateItem[] {
  return items.filter(
    ({ state, policy }) => (state === 'NOT_MET' || state === 'NOT_AVAILABLE') && policy?.required !== false,
  );
}

/** How many items are met or waived, and how many required ones still stand in the way. */
export function tally(items: readonly GateItem[]): Tally {
  const met = items.filter(({ state }) => state === 'MET' || state === 'WAIVED').length;
  const open = openItems(items).length;
  return { met, open, ready: items.length > 0 && open === 0 };
}
