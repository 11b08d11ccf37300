'use client';

import { ANSWER_RULES, type AnswerRule, METRIC_OPERATORS, type MetricOperator } from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { Textarea } from '@jalon/ui/textarea';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readChoices, writeChoices } from '../lib/edit-policy';
import type { ItemFieldsProps } from './item-fields';

/** What only one kind of item has: its check, its metric, its choices. */
export function KindFields({ item, checks, onChange }: ItemFieldsProps) {
  const t = useTranslations('gatePolicy');
  const names = useTranslations('gate.items');
  type Name = Parameters<typeof names>[0];
  // What is typed, as it is typed: reading it back would take away the line that is being begun.
  const [choices, setChoices] = useState(() => writeChoices(item.choices));
  if (item.kind === 'AUTOMATIC') {
    return (
      <Field label={t('check')}>
        <Select value={item.check} onChange={(event) => onChange({ ...item, check: event.target.value })}>
          {checks.map((check) => (
            <option key={check} value={check}>
              {names.has(check as Name) ? names(check as Name) : check}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  if (item.kind === 'METRIC_CHECK' && item.metric) {
    const { metric } = item;
    return (
      <div className="grid grid-cols-3 gap-2">
        <Field label={t('metric')}>
          <Input
            value={metric.name}
            onChange={(event) => onChange({ ...item, metric: { ...metric, name: event.target.value } })}
          />
        </Field>
        <Field label={t('is')}>
          <Select
            value={metric.operator}
            onChange={(event) =>
              onChange({ ...item, metric: { ...metric, operator: event.target.value as MetricOperator } })
            }
          >
            {METRIC_OPERATORS.map((operator) => (
              <option key={operator} value={operator}>
                {t(`operator.${operator}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('bound')}>
          <Input
            type="number"
            step="any"
            defaultValue={metric.bound}
            onChange={(event) =>
              onChange({ ...item, metric: { ...metric, bound: Number(event.target.value) } })
            }
          />
        </Field>
      </div>
    );
  }
  if (item.kind !== 'CHOICE') return null;
  return (
    <>
      <Field label={t('rule')}>
        <Select
          value={item.rule ?? ''}
          onChange={(event) => onChange({ ...item, rule: (event.target.value as AnswerRule) || undefined })}
        >
          <option value="">{t('noRule')}</option>
          {ANSWER_RULES.map((rule) => (
            <option key={rule} value={rule}>
              {t(`ruleOf.${rule}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('choices')} hint={t('choicesHint')} className="sm:col-span-2">
        <Textarea
          value={choices}
          onChange={(event) => {
            setChoices(event.target.value);
            onChange({ ...item, choices: readChoices(event.target.value, item.choices) });
          }}
        />
      </Field>
    </>
  );
}
