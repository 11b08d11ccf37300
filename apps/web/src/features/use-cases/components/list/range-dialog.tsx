'use client';

import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { NumberInput } from '@jalon/ui/number-input';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { ListState } from '../../lib/list-state';
import { parseAmount, typedAmount } from '../../lib/parse-amount';

export interface RangeDialogProps {
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
  onClose: () => void;
}

const AMOUNT = /^-?\d{1,12}(\.\d{1,2})?$/;
const RATINGS = ['1', '2', '3', '4', '5'];

/** From and to, both included, each may be left open. */
export function RangeDialog({ state, onChange, onClose }: RangeDialogProps) {
  const t = useTranslations('useCaseList');
  const id = useId();
  const [typed, setTyped] = useState({ from: typedAmount(state.valueFrom), to: typedAmount(state.valueTo) });
  const [easy, setEasy] = useState({ from: state.feasibilityFrom, to: state.feasibilityTo });
  const [tried, setTried] = useState(false);
  const amountOf = (text: string): string | null => {
    const amount = text.trim() ? parseAmount(text) : '';
    return amount === '' || AMOUNT.test(amount) ? amount : null;
  };
  const from = amountOf(typed.from);
  const to = amountOf(typed.to);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (from === null || to === null) return;
    onChange({ valueFrom: from, valueTo: to, feasibilityFrom: easy.from, feasibilityTo: easy.to });
    onClose();
  };
  const wrong = (amount: string | null) => (tried && amount === null ? t('notAnAmount') : undefined);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('rangesTitle')}
      description={t('rangesText')}
      footer={
        <Button variant="primary" type="submit" form={id}>
          {t('applyRanges')}
        </Button>
      }
    >
      <form id={id} onSubmit={onSubmit} noValidate className="grid grid-cols-2 gap-3">
        <Field label={t('valueFrom')} error={wrong(from)}>
          <NumberInput
            prefix="€"
            value={typed.from}
            onChange={(event) => setTyped({ ...typed, from: event.target.value })}
          />
        </Field>
        <Field label={t('valueTo')} error={wrong(to)}>
          <NumberInput
            prefix="€"
            value={typed.to}
            onChange={(event) => setTyped({ ...typed, to: event.target.value })}
          />
        </Field>
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={t(end === 'from' ? 'feasibilityFrom' : 'feasibilityTo')}>
            <Select value={easy[end]} onChange={(event) => setEasy({ ...easy, [end]: event.target.value })}>
              <option value="">{t('noBound')}</option>
              {RATINGS.map((rating) => (
                <option key={rating} value={rating}>
                  {rating}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </form>
    </Dialog>
  );
}
