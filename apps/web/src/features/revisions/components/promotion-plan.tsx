'use client';

import type { EnvironmentSummary, PromotionPreview } from '@jalon/contracts';
import { Notice } from '@jalon/ui/notice';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { projectAddress } from '@/features/projects/lib/environment-address';
import { PlanDetails } from '@/features/stack/components/plan-details';
import { AbsentImages, ImageList } from './absent-images';

/** The plan of a promotion, after what another host could not pull. */
export function PromotionPlan({ plan, to }: { plan: PromotionPreview; to: EnvironmentSummary }) {
  const t = useTranslations('revision');
  const { project } = useProject();
  const { unreachableImages, absentImages } = plan;
  if (unreachableImages.length > 0) {
    return (
      <Notice tone="bad" title={t('otherHost', { environment: to.slug, host: to.host.name })}>
        <p>{t('otherHostText')}</p>
        <ImageList images={unreachableImages} />
      </Notice>
    );
  }
  return (
    <>
      <AbsentImages images={absentImages} />
      <PlanDetails plan={plan} host={to.host} variablesHref={projectAddress(project, to.slug, 'variables')} />
    </>
  );
}
