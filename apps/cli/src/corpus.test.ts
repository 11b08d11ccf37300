import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT } from './exit';
import { Scene } from './testing/scene';

/** The files of the sort found in the wild that packages/compose keeps, through the program. */
const CORPUS = fileURLToPath(new URL('../../../packages/compose/corpus', import.meta.url));
const CASES = readFileSync(join(CORPUS, 'verdicts.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [file = '', verdict = '', key = ''] = line.split('\t');
    return { file, verdict, key };
  });
/** Refused by the platform, which has no folder of the project; here there is one. */
const FOLDER_BUILDS = new Set(['build']);

const scene = new Scene();
afterAll(() => scene.close());

describe('compose check on the corpus', () => {
  it('has two hundred files', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(200);
  });

  it.each(CASES)('$file', async ({ file, verdict, key }) => {
    const { code, out, err } = await scene.run(['compose', 'check', '--json', join(CORPUS, file)]);
    expect(err).toBe('');
    expect([EXIT.ok, EXIT.failed]).toContain(code);
    const { ok, errors, refusals } = JSON.parse(out);
    expect(ok).toBe(code === EXIT.ok);
    expect(errors.length + refusals.length > 0).toBe(code === EXIT.failed);
    for (const { line, column, message } of [...errors, ...refusals]) {
      expect(Math.min(line, column), message).toBeGreaterThanOrEqual(1);
      expect(message.length).toBeGreaterThan(10);
    }
    if (verdict === 'parses') expect(errors).toEqual([]);
    if (verdict === 'refused' && !FOLDER_BUILDS.has(key)) expect(code).toBe(EXIT.failed);
  });
});
