import type { GatePolicyView, PolicyContent, PolicyItem, PolicyItemKind } from '@jalon/contracts';

/** What is edited first: the draft, or the version in force. `revision` is what saving it names. */
export function startingPoint(policy: GatePolicyView): { content: PolicyContent; revision: number } | null {
  const [latest] = policy.versions;
  if (!latest) return null;
  const { enforcement, selfApproval, approvals, items, everyMonths, published, revision } = latest;
  return {
    content: { enforcement, selfApproval, approvals, items, everyMonths },
    revision: published ? 0 : revision,
  };
}

/** A question as it is added: the first free key, so that two never have the same. */
export function newItem(items: readonly PolicyItem[]): PolicyItem {
  const keys = new Set(items.map(({ key }) => key));
  let number = items.length + 1;
  while (keys.has(`item-${number}`)) number += 1;
  return { key: `item-${number}`, kind: 'TEXT', title: { en: '', fr: '' }, hint: null, required: true };
}

/** The same item as another kind, with what that kind needs. */
export function asKind(item: PolicyItem, kind: PolicyItemKind, checks: readonly string[]): PolicyItem {
  const { key, title, hint, required } = item;
  const bare = { key, title, hint, required, kind };
  if (kind === 'AUTOMATIC') return { ...bare, check: item.check ?? checks[0] };
  if (kind === 'METRIC_CHECK')
    return { ...bare, metric: item.metric ?? { name: 'auc', operator: 'AT_LEAST', bound: 0.7 } };
  if (kind === 'CHOICE') return { ...bare, choices: item.choices ?? [], rule: item.rule };
  return bare;
}

/** The list with the item at `index` one place up (-1) or down (1); as it was where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by;
  if (to < 0 || to >= list.length) return [...list];
  const next = [...list];
  const [taken] = next.splice(index, 1);
  if (taken !== undefined) next.splice(to, 0, taken);
  return next;
}

const SLUG = /[^A-Z0-9]+/g;

/** Choices written one a line, `English | French`; the value is kept where the English text is. */
export function readChoices(
  text: string,
  before: PolicyItem['choices'] = [],
): NonNullable<PolicyItem['choices']> {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [en = '', fr = ''] = line.split('|').map((part) => part.trim());
      const known = before.find(({ label }) => label.en === en)?.value;
      return {
        value: known ?? (en.toUpperCase().replace(SLUG, '_').slice(0, 60) || 'X'),
        label: { en, fr: fr || en },
      };
    });
}

/** The way back: what readChoices reads. */
export function writeChoices(choices: PolicyItem['choices'] = []): string {
  return choices.map(({ label }) => `${label.en} | ${label.fr}`).join('\n');
}
