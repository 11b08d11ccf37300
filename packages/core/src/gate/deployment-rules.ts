import { type AnswerRule, type PolicyContent, useCaseReference } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { AnswerRules, RuleAnswer } from '@jalon/reconciler';

interface Rows {
  value: string;
  itemKey: string;
  items: PolicyContent['items'];
  gate: string;
}

/** The latest answers of a use case, whether or not the review that asked for them is over. */
async function latestAnswers(db: Db, useCaseId: string): Promise<Rows[]> {
  const rows = await db.reviewAnswer.findMany({
    where: { round: { useCaseId } },
    orderBy: { at: 'desc' },
    select: {
      value: true,
      itemKey: true,
      round: {
        select: {
          policyVersion: {
            select: {
              items: true,
              policy: { select: { from: { select: { nameEn: true } }, to: { select: { nameEn: true } } } },
            },
          },
        },
      },
    },
  });
  return rows.map(({ value, itemKey, round: { policyVersion } }) => ({
    value,
    itemKey,
    // Validated when its draft was saved.
    items: policyVersion.items as unknown as PolicyContent['items'],
    gate: `${policyVersion.policy.from.nameEn} → ${policyVersion.policy.to.nameEn}`,
  }));
}

/**
 * What the answers of a use case mean for one environment: from the database alone, judged by `answerRefusals`.
 * @param openSourceTechnologies catalogue entries under an open-source licence, with its name
 */
export async function loadAnswerRules(
  db: Db,
  environmentId: string,
  openSourceTechnologies: AnswerRules['openSourceTechnologies'],
): Promise<AnswerRules> {
  const { kind, host, project } = await db.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: {
      kind: true,
      host: { select: { name: true, infrastructure: true, maxClassification: true } },
      project: {
        select: {
          useCase: {
            select: {
              id: true,
              number: true,
              owner: { select: { name: true } },
              stage: { select: { key: true, nameEn: true } },
            },
          },
        },
      },
    },
  });
  const { useCase } = project;
  const answers = await latestAnswers(db, useCase.id);
  const changedBy = `${useCase.owner.name}, who owns ${useCaseReference(useCase.number)}, or an admin`;
  const answerTo = (rule: AnswerRule): RuleAnswer | null => {
    for (const { value, itemKey, items, gate } of answers) {
      const item = items.find(({ key }) => key === itemKey);
      if (item?.rule !== rule) continue;
      const said = item.choices?.find((choice) => choice.value === value)?.label.en ?? value;
      return { value, said, gate, changedBy };
    }
    return null;
  };
  const production =
    kind === 'PRODUCTION'
      ? {
          passed: useCase.stage.key === 'production',
          gate: 'Packaging & preparing → Production',
          changedBy: `an approver of ${useCaseReference(useCase.number)}`,
        }
      : null;
  return {
    production,
    dataClassification: answerTo('DATA_CLASSIFICATION'),
    infrastructure: production ? answerTo('INFRASTRUCTURE') : null,
    openSource: answerTo('OPEN_SOURCE'),
    host,
    openSourceTechnologies,
  };
}
