import { parseStack } from '@jalon/compose';
import { isDomainError } from '@jalon/contracts';
import { type EngineRequest, engineRequestBreaches } from '../../policy/engine-requests';
import { checkPolicy } from '../../policy/policy';
import { target } from '../stacks';
import { composeText } from './compose-grammar';
import { mutate } from './mutate';
import { escapesOf } from './oracle';
import { Random } from './random';
import { mutateRequest } from './request-mutations';
import { requestsOf } from './requests-of';

export interface FuzzFinding {
  /** ESCAPE: something hostile would reach an engine. THROW: no DomainError. LATE: the plan says yes and the gate no. */
  kind: 'ESCAPE' | 'THROW' | 'LATE';
  index: number;
  what: string;
  /** The file that did it, and what else the project had. */
  text: string;
}

export interface FuzzReport {
  seed: number;
  cases: number;
  accepted: number;
  refusedByReader: number;
  refusedByPolicy: number;
  /** Requests of accepted files that the gate and the oracle have looked at. */
  requests: number;
  /** Requests with slips: how many the gate refused, and how many were still harmless. */
  slipsRefused: number;
  slipsHarmless: number;
  /** How often each rule refused. */
  rules: Record<string, number>;
  findings: FuzzFinding[];
}

export interface FuzzOptions {
  seed: number;
  /** Files to begin from, beside those of the grammar. */
  corpus: readonly string[];
  /** First case; a finding is played again by its seed and index. */
  from?: number;
  /** True when it is enough; asked before each case. */
  done: (report: FuzzReport) => boolean;
}

/** Findings that are kept; the first shows what is wrong. */
const MOST_FINDINGS = 20;

/** Files from a grammar and from mutation, run through reader, policy, desired state and request, each watched by the oracle. */
export function fuzz({ seed, corpus, from = 0, done }: FuzzOptions): FuzzReport {
  const report: FuzzReport = {
    seed,
    cases: 0,
    accepted: 0,
    refusedByReader: 0,
    refusedByPolicy: 0,
    requests: 0,
    slipsRefused: 0,
    slipsHarmless: 0,
    rules: {},
    findings: [],
  };
  for (let index = from; !done(report) && report.findings.length < MOST_FINDINGS; index += 1) {
    const random = new Random(seed, index);
    const fuzzCase = drawCase(random, corpus);
    const text = [fuzzCase.text, ...fuzzCase.files.values()].join('\n# --- another file of the project\n');
    report.cases += 1;
    const find = (kind: FuzzFinding['kind'], what: string) =>
      report.findings.push({ kind, index, what, text });
    try {
      judge(random, fuzzCase, report, find);
    } catch (error) {
      find('THROW', error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  return report;
}

interface FuzzCase {
  text: string;
  /** Further files of the project, and those of them that are laid over the first. */
  files: ReadonlyMap<string, string>;
  overrides: readonly string[];
}

const PART = 'part.yaml';

/** Mostly one file; now and then one that includes another, takes a service from it, or is overridden by it. */
function drawCase(random: Random, corpus: readonly string[]): FuzzCase {
  const text = caseText(random, corpus);
  if (random.chance(0.8)) return { text, files: new Map(), overrides: [] };
  const files = new Map([[PART, caseText(random, corpus)]]);
  const way = random.pick(['override', 'include', 'extends']);
  if (way === 'override') return { text, files, overrides: [PART] };
  if (way === 'include') return { text: `${text}\ninclude: [${PART}]\n`, files, overrides: [] };
  const taken = text.replace(/^( {2}\S+:)$/m, `$1\n    extends: {file: ${PART}, service: web}`);
  return { text: taken, files, overrides: [] };
}

function caseText(random: Random, corpus: readonly string[]): string {
  const roll = random.next();
  if (roll < 0.6 || corpus.length === 0) return composeText(random);
  const [base, other] = [random.pick(corpus), random.chance(0.5) ? random.pick(corpus) : composeText(random)];
  return mutate(random, roll < 0.8 ? base : composeText(random), other);
}

function judge(
  random: Random,
  fuzzCase: FuzzCase,
  report: FuzzReport,
  find: (kind: FuzzFinding['kind'], what: string) => void,
): void {
  const requests = readRequests(fuzzCase, report);
  if (requests.length === 0) return;
  for (const request of requests) {
    report.requests += 1;
    for (const given of escapesOf(request, target)) find('ESCAPE', `${request.path}: ${given}`);
    for (const { field, rule, message } of engineRequestBreaches(request))
      find('LATE', `${request.path}: ${field} ${message} (${rule})`);
  }
  const slipped = mutateRequest(random, random.pick(requests));
  if (engineRequestBreaches(slipped).length > 0) {
    report.slipsRefused += 1;
    return;
  }
  report.slipsHarmless += 1;
  for (const given of escapesOf(slipped, target))
    find('ESCAPE', `through the gate: ${given} in ${JSON.stringify(slipped)}`);
}

/** The requests of a file that reader and policy let through; none of one that they refuse. */
function readRequests({ text, ...project }: FuzzCase, report: FuzzReport): EngineRequest[] {
  try {
    const { stack } = parseStack(text, {}, project);
    const refusals = checkPolicy(stack);
    for (const { rule } of refusals) report.rules[rule] = (report.rules[rule] ?? 0) + 1;
    if (refusals.length > 0) {
      report.refusedByPolicy += 1;
      return [];
    }
    const requests = requestsOf(stack, target);
    report.accepted += 1;
    return requests;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    report.refusedByReader += 1;
    report.rules[error.code] = (report.rules[error.code] ?? 0) + 1;
    return [];
  }
}
