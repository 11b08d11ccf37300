'use client';

import { type Need, type NeedKind, useCaseReference } from '@jalon/contracts';
import { formatDate, formatMonth, formatNumber } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { clsx } from 'clsx';
import {
  ChevronRight,
  CircleCheck,
  CircleX,
  Clock,
  Flag,
  type LucideIcon,
  PencilLine,
  ReceiptText,
  Scale,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useTranslated } from '@/features/use-cases/hooks/use-translated';
import { HoverLink } from '@/lib/hover-link';

const LOOKS: Record<NeedKind, { icon: LucideIcon; ink: string; tab: string }> = {
  GATE_READY: { icon: Flag, ink: 'text-accent', tab: 'gate' },
  KPI_OFF_TARGET: { icon: CircleX, ink: 'text-bad', tab: 'kpis' },
  KPI_LATE: { icon: Clock, ink: 'text-warn', tab: 'kpis' },
  KPI_NO_SAMPLES: { icon: Clock, ink: 'text-warn', tab: 'kpis' },
  VALUE_OVERDUE: { icon: ReceiptText, ink: 'text-bad', tab: 'value' },
  VALUE_TO_VERIFY: { icon: ReceiptText, ink: 'text-accent', tab: 'value' },
  VALUE_DISPUTED: { icon: Scale, ink: 'text-warn', tab: 'value' },
  NO_ESTIMATE: { icon: PencilLine, ink: 'text-ink-2', tab: 'value' },
};

function useReason(): (need: Need) => string {
  const t = useTranslations('portfolio.need');
  const locale = useLocale();
  const say = useTranslated();
  return ({ kind, stage, kpi, months }) => {
    const figure = (value: string | null | undefined): string =>
      value ? `${formatNumber(value, locale)} ${kpi?.unit ?? ''}`.trim() : '–';
    return t(kind, {
      stage: stage ? say(stage.name) : '',
      kpi: kpi?.name ?? '',
      value: figure(kpi?.value),
      target: figure(kpi?.target),
      count: months?.count ?? 0,
      month: months ? formatMonth(months.oldest, locale) : '',
      due: months ? formatDate(new Date(months.due), locale, 'UTC') : '',
    });
  };
}

/** Of each kind, before the reader asks for the others. */
const AT_FIRST = 4;

/** What waits for the reader, the gates first; a few of each kind, so that no kind hides the next one. */
export function NeedsList({ needs, total }: { needs: readonly Need[]; total: number }) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  const kinds = [...new Set(needs.map(({ kind }) => kind))];
  return (
    <Section title={t('needsYou')} description={total > 0 ? formatNumber(total, locale) : undefined}>
      {needs.length === 0 ? (
        <p className="flex items-center gap-2 border-line border-t py-2 text-ink-2">
          <CircleCheck aria-hidden size={15} className="text-good" />
          {t('needsNothing')}
        </p>
      ) : (
        kinds.map((kind) => <NeedsOfKind key={kind} needs={needs.filter((need) => need.kind === kind)} />)
      )}
      {total > needs.length ? (
        <p className="py-2 text-ink-3 text-xs">{t('needsMore', { count: total - needs.length })}</p>
      ) : null}
    </Section>
  );
}

function NeedsOfKind({ needs }: { needs: readonly Need[] }) {
  const t = useTranslations('portfolio');
  const id = useId();
  const [all, setAll] = useState(false);
  const others = needs.length - AT_FIRST;
  return (
    <>
      <ul id={id} className="border-line border-t">
        {needs.slice(0, all ? needs.length : AT_FIRST).map((need) => (
          <NeedRow key={`${need.useCase.id} ${need.kpi?.name ?? ''}`} need={need} />
        ))}
      </ul>
      {others > 0 ? (
        <button
          type="button"
          aria-expanded={all}
          aria-controls={id}
          className="flex w-full items-center gap-1.5 rounded-sm py-2 text-ink-2 text-xs hover:text-ink"
          onClick={() => setAll(!all)}
        >
          <ChevronRight aria-hidden size={14} className={clsx('transition-transform', all && 'rotate-90')} />
          {all ? t('needsFewer') : t('needsSame', { count: others })}
        </button>
      ) : null}
    </>
  );
}

function NeedRow({ need }: { need: Need }) {
  const reason = useReason();
  const { icon: Icon, ink, tab } = LOOKS[need.kind];
  return (
    <li className="border-line border-b last:border-b-0">
      <HoverLink
        href={`/use-cases/${need.useCase.number}?tab=${tab}`}
        className="group flex items-start gap-2.5 rounded-sm py-2 hover:bg-hover/60"
      >
        <Icon aria-hidden size={15} className={clsx('mt-0.5 shrink-0', ink)} />
        <span className="min-w-0">
          <span className="block truncate font-medium group-hover:text-accent">{need.useCase.title}</span>
          <span className="block text-ink-2">
            <span className="tabular text-ink-3">{useCaseReference(need.useCase.number)}</span> {reason(need)}
          </span>
        </span>
      </HoverLink>
    </li>
  );
}

/** In its place while a past day is shown. */
export function NeedsOmitted() {
  const t = useTranslations('portfolio');
  return (
    <Section title={t('needsYou')}>
      <p className="border-line border-t py-2 text-ink-2">{t('needsOmitted')}</p>
    </Section>
  );
}
