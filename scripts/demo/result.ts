/** What the demo ends with; `--json` prints it as one line. Amounts are numbers, in the currency beside them. */
export interface DemoResult {
  url: string;
  login: { email: string; password: string };
  people: { email: string; password: string; role: string; name: string }[];
  /** The model itself, on a port of this machine. */
  modelUrl: string;
  /** Exposed services behind Jalon's login, by name. */
  services: Record<string, string>;
  useCase: {
    reference: string;
    title: string;
    stage: string;
    expectedEbitda: number;
    range: { low: number; likely: number; high: number };
    currency: string;
  };
  deployment: { number: number; status: string; revision: number | null };
  model: Record<string, number> & { auc: number };
  prediction: {
    line: number;
    outcome: string;
    input: Record<string, unknown>;
    output: Record<string, unknown>;
    latencyMs: number;
  };
  kpi: {
    name: string;
    unit: string;
    value: number;
    target: number;
    baseline: number;
    state: string;
    valueAtLast: number | null;
    currency: string;
  };
}

const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);

/** The result for a person. */
export function describe(result: DemoResult): string {
  const { useCase, kpi, prediction } = result;
  const lines = [
    `  Jalon        ${result.url}`,
    `  Sign in      ${result.login.email}  ${result.login.password}`,
    ...result.people.slice(1).map(({ email, password }) => `               ${email}  ${password}`),
    `  Model        ${result.modelUrl}/predict   (also /health, /schema, /metrics)`,
    ...Object.entries(result.services).map(([name, url]) => `  ${name.padEnd(12)} ${url}`),
    '',
    `  ${useCase.reference} ${useCase.title}`,
    `  EBITDA       ${money(useCase.expectedEbitda, useCase.currency)} a year expected (${money(useCase.range.low, useCase.currency)} to ${money(useCase.range.high, useCase.currency)})`,
    `  Model        AUC ${result.model.auc.toFixed(3)} on applications it has not seen`,
    `  Prediction   application on line ${prediction.line} of the file, which turned out ${prediction.outcome}: ${JSON.stringify(prediction.output)}`,
    `  KPI          ${kpi.name}: ${kpi.value} ${kpi.unit}, target ${kpi.target} ${kpi.unit}, baseline ${kpi.baseline} ${kpi.unit}`,
  ];
  if (kpi.valueAtLast !== null)
    lines.push(`               a year at this value is worth ${money(kpi.valueAtLast, kpi.currency)}`);
  return lines.join('\n');
}
