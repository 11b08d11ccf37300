import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ErrorDetail, isDomainError } from '@jalon/contracts';
import { checkPolicy } from '@jalon/reconciler';
import { describe, expect, it } from 'vitest';
import { parse } from './compose-file';
import { toCompose } from './export/to-compose';
import { normalize, type ParsedStack } from './normalize';
import { parseStack } from './parse-stack';

/**
 * Files of the sort that public projects have, written for this test. `corpus/verdicts.tsv` says of each whether it is
 * read, or refused with which key named. A folder is a project of several files, `compose.override.yaml` on top.
 */
const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
const OVERRIDE = 'compose.override.yaml';

interface Case {
  file: string;
  verdict: string;
  key: string;
}

const CASES = readFileSync(join(CORPUS, 'verdicts.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line): Case => {
    const [file = '', verdict = '', key = ''] = line.split('\t');
    return { file, verdict, key };
  });

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function projectOf(file: string): Map<string, string> {
  if (!file.includes('/')) return new Map();
  const folder = join(CORPUS, dirname(file));
  return new Map(filesBelow(folder).map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

function read(file: string): { result: ParsedStack | null; errors: readonly ErrorDetail[] } {
  const files = projectOf(file);
  const overrides = files.has(OVERRIDE) ? [OVERRIDE] : [];
  const text = readFileSync(join(CORPUS, file), 'utf8');
  try {
    return { result: parseStack(text, {}, { files, overrides }), errors: [] };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { result: null, errors: error.details };
  }
}

/** True when a person who reads the error knows which key it is about. */
function names({ file, path = '', message }: ErrorDetail, key: string): boolean {
  if (key === 'yaml') return /YAML|twice|tab|documents|cannot be used/.test(message);
  const steps = path.replace(/\[\d+\]/g, '').split('.');
  return steps.includes(key) || path.startsWith(key) || message.includes(`"${key}"`) || file === key;
}

describe('the corpus', () => {
  it('holds two hundred files, each with a verdict', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(200);
    const listed = new Set(CASES.map(({ file }) => file));
    const mains = readdirSync(CORPUS)
      .filter((name) => name !== 'verdicts.tsv')
      .map((name) => (existsSync(join(CORPUS, name, 'compose.yaml')) ? `${name}/compose.yaml` : name));
    expect(mains.filter((file) => !listed.has(file))).toEqual([]);
  });

  it.each(CASES)('$file: $verdict $key', ({ file, verdict, key }) => {
    const { result, errors } = read(file);
    for (const { line, column, message } of [...errors, ...(result?.warnings ?? [])]) {
      expect(line, message).toBeGreaterThan(0);
      expect(column, message).toBeGreaterThan(0);
    }
    const said = errors.map(({ path, line, column, message }) => `${line}:${column} ${path}: ${message}`);
    if (verdict === 'parses') {
      expect(said).toEqual([]);
      expect(() => checkPolicy(result?.stack ?? normalize(parse('', {})).stack)).not.toThrow();
      return;
    }
    expect(
      errors.some((error) => names(error, key)),
      said.join('\n') || 'nothing was refused',
    ).toBe(true);
  });

  it.each(CASES.filter(({ verdict }) => verdict === 'parses'))(
    '$file means the same when written again',
    ({ file }) => {
      const { result } = read(file);
      const stack = result?.stack;
      if (!stack) throw new Error('does not parse');
      const files = projectOf(file);
      expect(normalize(parse(toCompose(stack), {}, { files })).stack).toEqual(stack);
    },
  );
});
