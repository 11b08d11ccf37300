'use client';

import type { EstimateView } from '@jalon/contracts';
import { formatExactMoney, formatShare } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface FormulaProps {
  label: string;
  result: ReactNode;
  formula: string;
}

function Formula({ label, result, formula }: FormulaProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-b py-1.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="tabular font-medium">{result}</dd>
      <dd className="tabular col-span-2 text-ink-3 text-xs">{formula}</dd>
    </div>
  );
}

/** How each figure was worked out, with its inputs. */
export function FormulaPanel({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('useCase.formula');
  const locale = useLocale();
  const { value, currency, low, likely, high, horizonYears, rampUpMonths, oneOffCost, yearlyRunCost } =
    estimate;
  const money = (amount: string): string => formatExactMoney(amount, currency, locale);
  const share = (part: string, digits = 1): string => formatShare(part, locale, digits);
  return (
    <dl className="mt-5 border-line border-t">
      <Formula
        label={t('expected')}
        result={<Money value={value.expected} currency={currency} />}
        formula={`(${money(low)} + 4 × ${money(likely)} + ${money(high)}) / 6`}
      />
      <Formula
        label={t('spread')}
        result={<Money value={value.spread} currency={currency} />}
        formula={`(${money(high)} − ${money(low)}) / 6`}
      />
      <Formula
        label={t('riskAdjusted')}
        result={<Money value={value.riskAdjusted} currency={currency} />}
        formula={t('riskAdjustedFormula', {
          expected: money(value.expected),
          probability: share(value.reachProbability, 0),
        })}
      />
      <Formula
        label={t('npv')}
        result={<Money value={value.netPresentValue} currency={currency} />}
        formula={t('npvFormula', {
          rate: share(value.discountRate),
          years: horizonYears,
          months: rampUpMonths,
          oneOff: money(oneOffCost),
          run: money(yearlyRunCost),
        })}
      />
      <Formula
        label={t('payback')}
        result={
          value.paybackMonths === null ? t('never') : t('paybackMonths', { count: value.paybackMonths })
        }
        formula={t('paybackFormula')}
      />
      <Formula
        label={t('roi')}
        result={value.returnOnInvestment === null ? '–' : share(value.returnOnInvestment, 0)}
        formula={t('roiFormula', { years: horizonYears })}
      />
    </dl>
  );
}
