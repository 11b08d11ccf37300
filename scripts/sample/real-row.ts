import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/home.mjs';

/** An application of the file that was really made; which one does not matter, that it is always the same does. */
const ROW = 4_321;
const LABEL = 'Status';

export interface RealRow {
  /** Line of the file, the heading being 1. */
  line: number;
  /** What became of the loan. */
  outcome: string;
  /** What the model is asked. */
  input: Record<string, unknown>;
}

/** A row of the sample's data as the model's input schema wants it; the label stays out. */
export function realRow(schema: Record<string, unknown>): RealRow {
  const [heading = '', ...lines] = readFileSync(join(ROOT, 'samples/credit-scoring/data/credit.csv'), 'utf8')
    .trim()
    .split('\n');
  const names = cells(heading);
  const properties = (schema.properties ?? {}) as Record<string, { type?: string | string[] }>;
  const values = Object.fromEntries(
    cells(lines[ROW - 2] ?? '').map((value, index) => [names[index] ?? '', value]),
  );
  const input = Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => name in properties && value !== '' && value !== 'NA')
      .map(([name, value]) => [name, isNumeric(properties[name]) ? Number(value) : value]),
  );
  return { line: ROW, outcome: values[LABEL] ?? '', input };
}

/** The file quotes words and never puts a comma inside. */
const cells = (line: string): string[] =>
  line
    .trim()
    .split(',')
    .map((cell) => cell.replace(/^"|"$/g, ''));

function isNumeric(property: { type?: string | string[] } | undefined): boolean {
  const types = [property?.type ?? []].flat();
  return types.includes('integer') || types.includes('number');
}
