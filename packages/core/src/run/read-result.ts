import type { CalibrationBin, ConfusionMatrix, ModelEvaluation, RunResult } from '@jalon/contracts';

type Json = Record<string, unknown>;

/** Reads what a job wrote (docker/README.md, job protocol). Unknown parts are left out; null when it is no object. */
export function readRunResult(json: unknown): RunResult | null {
  if (!isObject(json)) return null;
  return {
    summary: typeof json.summary === 'string' ? json.summary : null,
    metrics: readMetrics(json.metrics),
    kpis: Array.isArray(json.kpis) ? json.kpis.flatMap(readKpi) : [],
    artifacts: Array.isArray(json.artifacts) ? json.artifacts.filter(isString) : [],
    evaluation: readEvaluation(json.report),
  };
}

/** Numbers by name; anything else is left out. */
export function readMetrics(json: unknown): Record<string, number> {
  if (!isObject(json)) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, number] => isNumber(entry[1])),
  );
}

/** The parts of a model's report that can be drawn. */
export function readEvaluation(report: unknown): ModelEvaluation {
  if (!isObject(report)) return { confusion: null, calibration: null };
  return {
    confusion: readConfusion(report.confusion ?? report.confusionMatrix),
    calibration: readCalibration(report.calibration),
  };
}

function readConfusion(json: unknown): ConfusionMatrix | null {
  if (!isObject(json)) return null;
  const { truePositive, falsePositive, falseNegative, trueNegative } = json;
  if (
    isNumber(truePositive) &&
    isNumber(falsePositive) &&
    isNumber(falseNegative) &&
    isNumber(trueNegative)
  ) {
    const positive = isString(json.positive) ? json.positive : 'positive';
    const negative = isString(json.negative) ? json.negative : 'negative';
    return {
      labels: [positive, negative],
      counts: [
        [truePositive, falseNegative],
        [falsePositive, trueNegative],
      ],
    };
  }
  return readSquare(json.labels, json.counts ?? json.matrix);
}

function readSquare(labels: unknown, rows: unknown): ConfusionMatrix | null {
  if (!Array.isArray(labels) || !labels.every(isString) || !Array.isArray(rows)) return null;
  const counts = rows.filter((row): row is number[] => Array.isArray(row) && row.every(isNumber));
  const square = counts.length === labels.length && counts.every((row) => row.length === labels.length);
  return square && rows.length === labels.length ? { labels, counts } : null;
}

function readCalibration(json: unknown): CalibrationBin[] | null {
  if (!Array.isArray(json)) return null;
  const bins = json.flatMap((bin): CalibrationBin[] => {
    if (!isObject(bin) || !isNumber(bin.predicted) || !isNumber(bin.observed)) return [];
    const count = bin.rows ?? bin.count;
    return [{ predicted: bin.predicted, observed: bin.observed, count: isNumber(count) ? count : 0 }];
  });
  return bins.length > 0 ? bins : null;
}

function readKpi(json: unknown): RunResult['kpis'] {
  if (!isObject(json) || !isString(json.key) || !isNumber(json.value)) return [];
  const { key, value, unit, at } = json;
  return [{ key, value, unit: isString(unit) ? unit : null, at: isString(at) ? at : null }];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isString = (value: unknown): value is string => typeof value === 'string';
