import { describe, expect, it } from 'vitest';
import { service, stack as stackOf } from '../testing/stacks';
import { type AnswerRules, answerRefusals } from './answer-rules';

const answer = (value: string) => ({
  value,
  said: value.toLowerCase(),
  gate: 'Packaging → Production',
  changedBy: 'The owner',
});
const FREE: AnswerRules = {
  production: null,
  dataClassification: null,
  infrastructure: null,
  openSource: null,
  host: { name: 'local', infrastructure: null, maxClassification: 'INTERNAL' },
  openSourceTechnologies: { postgresql: 'PostgreSQL' },
};
const STACK = stackOf(service('db'), service('model'));
const rulesOf = (over: Partial<AnswerRules>) =>
  answerRefusals(STACK, { ...FREE, ...over }).map(({ rule }) => rule);

describe('answers that are rules', () => {
  it('refuse nothing where nothing was answered', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it('keep production closed until the go', () => {
    const production = { passed: false, gate: 'Packaging → Production', changedBy: 'an approver' };
    expect(rulesOf({ production })).toEqual(['gate-passed']);
    expect(rulesOf({ production: { ...production, passed: true } })).toEqual([]);
  });

  it('keep data off a host that may not hold it, and say who can change it', () => {
    expect(rulesOf({ dataClassification: answer('INTERNAL') })).toEqual([]);
    const [refusal] = answerRefusals(STACK, { ...FREE, dataClassification: answer('RESTRICTED') });
    expect(refusal?.message).toBe(
      'The host local may not hold such data. The answer “restricted” at the gate Packaging → Production refuses it; ' +
        'The owner can change it.',
    );
  });

  it('keep to the infrastructure, where the host says what it is', () => {
    const host = { ...FREE.host, infrastructure: 'PUBLIC_CLOUD' };
    expect(rulesOf({ host, infrastructure: answer('ON_PREMISES') })).toEqual(['infrastructure']);
    expect(rulesOf({ host, infrastructure: answer('HYBRID') })).toEqual([]);
    expect(rulesOf({ infrastructure: answer('ON_PREMISES') })).toEqual([]);
  });

  it('refuse open source by name, where it is forbidden', () => {
    const db = service('db');
    const stack = stackOf({ ...db, jalon: { ...db.jalon, technology: 'postgresql' } }, service('model'));
    expect(answerRefusals(stack, { ...FREE, openSource: answer('ACCEPTED') })).toEqual([]);
    expect(answerRefusals(stack, { ...FREE, openSource: answer('FORBIDDEN') })).toMatchObject([
      { rule: 'open-source', service: 'db' },
    ]);
  });
});
