'use client';

import { Button } from '@jalon/ui/button';
import { formatNumber } from '@jalon/ui/format';
import { Notice } from '@jalon/ui/notice';
import { RelativeTime } from '@jalon/ui/relative-time';
import { useMutation } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** Whether any event was changed, removed or slipped in since it was written; recomputed when it is asked for. */
export function ChainState() {
  const t = useTranslations('audit');
  const locale = useLocale();
  const onError = useErrorToast();
  const verify = useMutation(useTRPC().audit.verify.mutationOptions({ onError }));
  const report = verify.data;
  const again = (
    <Button
      size="sm"
      icon={<ShieldCheck aria-hidden size={14} />}
      pending={verify.isPending}
      onClick={() => verify.mutate()}
    >
      {t('verify')}
    </Button>
  );
  if (!report)
    return (
      <Notice tone="info" title={t('chained')} action={again}>
        {t('chainedText')}
      </Notice>
    );
  const whole = report.faults.length === 0;
  return (
    <Notice
      tone={whole ? 'good' : 'bad'}
      title={whole ? t('intact', { place: report.intactUpTo }) : t('broken', { place: report.intactUpTo })}
      action={again}
    >
      <p>
        {t('checked', { count: formatNumber(report.checked, locale, 0) })} <RelativeTime date={report.at} />
      </p>
      {whole ? (
        <p className="break-all text-xs">
          {t('head')} <code>{report.head.hash}</code>
        </p>
      ) : (
        <ul className="mt-1">
          {report.faults.map((fault, index) => (
            <li key={`${index}-${fault.kind}`}>
              {fault.sequence === null ? '' : `#${fault.sequence} `}
              {t(`fault.${fault.kind}`)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
