import { randomInt } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  JALON_FAULTS_SEED: z.coerce.number().int().optional(),
  JALON_FAULTS_KILLS: z.coerce.number().int().positive().default(500),
  JALON_FAULTS_LANES: z.coerce.number().int().positive().default(4),
  JALON_FAULTS_UNIT: z.string().optional(),
  JALON_FAULTS_REPORT: z.string().optional(),
});

/** What `npm run test:faults` was asked for. */
export function faultSettings() {
  const env = schema.parse(process.env);
  return {
    seed: env.JALON_FAULTS_SEED ?? randomInt(1_000_000),
    kills: env.JALON_FAULTS_KILLS,
    lanes: env.JALON_FAULTS_LANES,
    /** The one unit that is replayed; null: all. */
    unit: env.JALON_FAULTS_UNIT ?? null,
    reportDir: env.JALON_FAULTS_REPORT ?? null,
  };
}

/** Writes a part of the report, where there is one. */
export async function report(part: string, content: unknown): Promise<void> {
  const { reportDir } = faultSettings();
  if (reportDir === null) return;
  await mkdir(reportDir, { recursive: true });
  await writeFile(join(reportDir, `${part}.json`), `${JSON.stringify(content, null, 2)}\n`);
}
