'use client';

import { APPROVAL_ROLES, type AuditEventView, GATE_DECISIONS, STAGE_KEYS } from '@jalon/contracts';
import { formatDate, formatMoney, formatMonth, formatNumber } from '@jalon/ui/format';
import { useLocale, useTranslations } from 'next-intl';

const FIELDS = [
  'title',
  'problemStatement',
  'expectedOutcome',
  'sponsor',
  'benefitType',
  'feasibility',
  'risk',
  'tags',
  'ownerId',
  'contributorIds',
  'businessUnit',
  'initiative',
] as const;

/** What happened, in words, and the figures or reasons that belong to it. */
export function useEventText(): (event: AuditEventView) => { title: string; detail: string } {
  const t = useTranslations('useCase.event');
  const life = useTranslations('lifecycle.event');
  const decision = useTranslations('gate.decision');
  const review = useTranslations('review.event');
  const roles = useTranslations('review.role');
  const stage = useTranslations('useCase.stageName');
  const locale = useLocale();
  const money = (value: unknown, currency: unknown): string =>
    formatMoney(Number(value), typeof currency === 'string' ? currency : 'EUR', locale);
  /** Who was added to the contributors, and who was removed. */
  const peopleMoved = (data: Record<string, unknown>): string[] =>
    (['added', 'removed'] as const).flatMap((way) => {
      const names = data[way];
      const given = Array.isArray(names) && names.length > 0;
      return given ? [t(`contributors.${way}`, { names: names.join('; ') })] : [];
    });
  return ({ action, data }) => {
    const text = (name: string): string => String(data[name] ?? '');
    const stageName = (name: string): string => {
      const key = STAGE_KEYS.find((known) => known === data[name]);
      return key ? stage(key) : text(name);
    };
    switch (action) {
      case 'use-case.created': {
        const added = { added: data.contributors };
        return { title: t('created'), detail: [text('title'), ...peopleMoved(added)].join(' · ') };
      }
      case 'use-case.updated': {
        const changed = FIELDS.filter((field) => field in Object(data.changed));
        const told = changed.map((field) => t(`field.${field}`)).join(', ');
        return { title: t('updated'), detail: [told, ...peopleMoved(data)].join(' · ') };
      }
      case 'use-case.held':
        return { title: life('held'), detail: text('reason') };
      case 'use-case.rejected':
        return { title: life('rejected'), detail: text('reason') };
      case 'use-case.retired': {
        const realised = 'realised' in data ? ` (${money(data.realised, data.currency)})` : '';
        return { title: `${life('retired')}${realised}`, detail: text('reason') };
      }
      case 'use-case.restored':
        return { title: life('restored'), detail: text('reason') };
      case 'use-case.duplicated':
        return { title: life('duplicated', { number: text('from') }), detail: text('title') };
      case 'estimate.added': {
        const { low, likely, high, currency } = data;
        const range = [low, likely, high].map((value) => money(value, currency)).join(' / ');
        return { title: t('estimated'), detail: range };
      }
      case 'kpi.created':
        return { title: t('kpiCreated'), detail: text('name') };
      case 'kpi.updated':
        return { title: t('kpiUpdated'), detail: text('name') };
      case 'kpi.measured': {
        const value = `${formatNumber(text('value'), locale)} ${text('unit')}`.trim();
        return { title: t('kpiMeasured', { name: text('name'), value }), detail: '' };
      }
      case 'kpi.pushed':
        return {
          title: t('kpiPushed', { name: text('name'), count: Number(data.stored) }),
          detail: text('token'),
        };
      case 'kpi.imported':
        return {
          title: t('kpiImported', { name: text('name'), count: Number(data.stored) }),
          detail: text('file'),
        };
      case 'kpi.corrected': {
        const figure = (field: string) => `${formatNumber(text(field), locale)} ${text('unit')}`.trim();
        const date = formatDate(new Date(text('at')), locale, 'UTC');
        const values = { name: text('name'), date, from: figure('from'), to: figure('to') };
        return { title: t('kpiCorrected', values), detail: text('reason') };
      }
      case 'kpi-token.created':
        return { title: t('tokenCreated'), detail: text('name') };
      case 'kpi-token.revoked':
        return { title: t('tokenRevoked'), detail: text('name') };
      case 'value.confirmed':
      case 'value.disputed': {
        const confirmed = action === 'value.confirmed';
        const amount = money(confirmed ? data.confirmed : data.computed, data.currency);
        const values = { month: formatMonth(text('month'), locale), amount };
        return { title: t(confirmed ? 'valueConfirmed' : 'valueDisputed', values), detail: text('note') };
      }
      case 'gate.requested':
        return { title: review('requested'), detail: text('note') };
      case 'gate.answered':
      case 'gate.waived': {
        const item = Object(data.title) as Partial<Record<string, string>>;
        const said = action === 'gate.waived' ? text('reason') : text('value');
        const title = review(action === 'gate.waived' ? 'waived' : 'answered');
        return { title, detail: [item[locale], said].filter(Boolean).join(': ') };
      }
      case 'gate.approved':
      case 'gate.objected': {
        const known = APPROVAL_ROLES.find((role) => role === data.role);
        const values = { role: known ? roles(known) : text('role') };
        const title = review(action === 'gate.approved' ? 'approved' : 'objected', values);
        return { title, detail: text('comment') };
      }
      case 'gate.commented':
        return { title: review('commented'), detail: text('text') };
      case 'comment.added':
        return { title: t('commentAdded'), detail: '' };
      case 'attachment.added':
        return { title: t('attachmentAdded'), detail: text('name') };
      case 'attachment.removed':
        return { title: t('attachmentRemoved'), detail: text('name') };
      case 'comment.edited':
        return { title: t('commentEdited'), detail: '' };
      case 'comment.removed':
        return { title: t('commentRemoved', { author: text('author') }), detail: '' };
      case 'finding.closed':
        return { title: review('findingClosed'), detail: `${text('title')}: ${text('note')}` };
      case 'gate.decided': {
        const taken = GATE_DECISIONS.find((known) => known === data.decision);
        const values = {
          decision: taken ? decision(taken) : text('decision'),
          from: stageName('from'),
          to: stageName('to'),
        };
        const title = data.from === data.to ? t('decidedHere', values) : t('decided', values);
        return { title, detail: text('rationale') };
      }
      default:
        return { title: action, detail: '' };
    }
  };
}
