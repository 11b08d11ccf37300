import type { Refusal, StackModel } from '@jalon/contracts';

/** A gate's answer that is a rule, with what a refusal says of it. */
export interface RuleAnswer {
  value: string;
  /** The answer in words, the gate that asked for it, and who may change it. */
  said: string;
  gate: string;
  changedBy: string;
}

/** What the answers of a use case mean for one environment of it. */
export interface AnswerRules {
  /** Null where no gate is needed: anything but production. */
  production: { passed: boolean; gate: string; changedBy: string } | null;
  dataClassification: RuleAnswer | null;
  /** Only where it is a rule: in production. */
  infrastructure: RuleAnswer | null;
  openSource: RuleAnswer | null;
  host: { name: string; infrastructure: string | null; maxClassification: string };
  /** Catalogue entries under an open-source licence, with its name. */
  openSourceTechnologies: Readonly<Record<string, string>>;
}

/** What may hold one may hold those before it. */
const CLASSIFICATIONS = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'];

const because = ({ said, gate, changedBy }: RuleAnswer) =>
  `The answer “${said}” at the gate ${gate} refuses it; ${changedBy} can change it.`;

/** What the answers given at the gates refuse, each naming the answer, the gate and who can change it. Pure. */
export function answerRefusals(stack: StackModel, rules: AnswerRules): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (rule: string, message: string, service: string | null = null) =>
    refusals.push({ rule, service, message });
  const { production, dataClassification, infrastructure, openSource, host } = rules;
  if (production && !production.passed) {
    refuse(
      'gate-passed',
      `Production needs the go of the gate ${production.gate}, and it has not been given; ${production.changedBy} can decide it.`,
    );
  }
  const asked = CLASSIFICATIONS.indexOf(dataClassification?.value ?? '');
  if (dataClassification && asked > CLASSIFICATIONS.indexOf(host.maxClassification)) {
    refuse(
      'data-classification',
      `The host ${host.name} may not hold such data. ${because(dataClassification)}`,
    );
  }
  const elsewhere = host.infrastructure !== null && host.infrastructure !== infrastructure?.value;
  if (infrastructure && infrastructure.value !== 'HYBRID' && elsewhere) {
    refuse('infrastructure', `The host ${host.name} is another infrastructure. ${because(infrastructure)}`);
  }
  if (openSource?.value === 'FORBIDDEN') {
    for (const { name, jalon } of Object.values(stack.services)) {
      const licence = rules.openSourceTechnologies[jalon.technology ?? ''];
      if (!licence) continue;
      refuse(
        'open-source',
        `${name} is under the open-source licence ${licence}. ${because(openSource)}`,
        name,
      );
    }
  }
  return refusals;
}
