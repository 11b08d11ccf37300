import type { useTranslations } from 'next-intl';
import type { z } from 'zod';

type Translate = ReturnType<typeof useTranslations<'validation'>>;
type RawIssue = z.core.$ZodIssue;

const CUSTOM_KEYS = [
  'money',
  'measure',
  'share',
  'negativeCost',
  'negativeTolerance',
  'lowAboveLikely',
  'highBelowLikely',
  'targetNotBetter',
  'confirmedMissing',
  'noteMissing',
  'rate',
  'inProduction',
  'lessLikely',
  'exchangeRate',
] as const;

/** What a schema found wrong, in the reader's language. A rule of our own names its message in `params.key`. */
export function describeIssue(t: Translate, issue: RawIssue): string {
  switch (issue.code) {
    case 'custom': {
      if (issue.input === '') return t('required');
      const key = CUSTOM_KEYS.find((known) => known === issue.params?.key);
      return t(key ?? 'invalid');
    }
    case 'invalid_type':
      if (issue.expected === 'number') return t('number');
      return issue.input === undefined || issue.input === null ? t('required') : t('invalid');
    case 'too_small':
      if (issue.origin !== 'string') return t('tooSmall', { minimum: String(issue.minimum) });
      return issue.input === '' || Number(issue.minimum) === 1
        ? t('required')
        : t('tooShort', { minimum: Number(issue.minimum) });
    case 'too_big':
      return issue.origin === 'string'
        ? t('tooLong', { maximum: Number(issue.maximum) })
        : t('tooBig', { maximum: String(issue.maximum) });
    case 'invalid_format':
      if (issue.input === '') return t('required');
      if (issue.format === 'date') return t('date');
      return issue.format === 'email' ? t('email') : t('format');
    case 'invalid_value':
      return t('choice');
    default:
      return t('invalid');
  }
}
