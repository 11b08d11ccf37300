'use client';

import { POLICY_ITEM_KINDS, type PolicyItem, type PolicyItemKind } from '@jalon/contracts';
import { Checkbox } from '@jalon/ui/checkbox';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';
import { asKind } from '../lib/edit-policy';
import { KindFields } from './kind-fields';

export interface ItemFieldsProps {
  item: PolicyItem;
  checks: readonly string[];
  onChange: (item: PolicyItem) => void;
}

/** What an item says in both languages, and what kind it is. */
export function ItemFields({ item, checks, onChange }: ItemFieldsProps) {
  const t = useTranslations('gatePolicy');
  const hint = item.hint ?? { en: '', fr: '' };
  const setHint = (changed: { en: string; fr: string }) =>
    onChange({ ...item, hint: changed.en || changed.fr ? changed : null });
  return (
    <div className="flex flex-col gap-3 py-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('titleEn')} required>
          <Input
            value={item.title.en}
            onChange={(event) => onChange({ ...item, title: { ...item.title, en: event.target.value } })}
          />
        </Field>
        <Field label={t('titleFr')} required>
          <Input
            lang="fr"
            value={item.title.fr}
            onChange={(event) => onChange({ ...item, title: { ...item.title, fr: event.target.value } })}
          />
        </Field>
        <Field label={t('hintEn')}>
          <Input value={hint.en} onChange={(event) => setHint({ ...hint, en: event.target.value })} />
        </Field>
        <Field label={t('hintFr')}>
          <Input
            lang="fr"
            value={hint.fr}
            onChange={(event) => setHint({ ...hint, fr: event.target.value })}
          />
        </Field>
        <Field label={t('kindLabel')}>
          <Select
            value={item.kind}
            onChange={(event) => onChange(asKind(item, event.target.value as PolicyItemKind, checks))}
          >
            {POLICY_ITEM_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <KindFields item={item} checks={checks} onChange={onChange} />
      </div>
      <Checkbox
        label={t('required')}
        checked={item.required}
        onChange={(event) => onChange({ ...item, required: event.target.checked })}
      />
    </div>
  );
}
