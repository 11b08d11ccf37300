import { describe, expect, it } from 'vitest';
import { interpolateWithProblems } from './interpolation/interpolate';
import { errorsOf } from './testing';

const service = (more: string) => `services:\n  web:\n    image: a\n${more}`;
const size = (details: unknown) => JSON.stringify(details).length;

describe('a file that would make much of little', () => {
  it('is given up at the 100th error of its YAML, and says so', () => {
    const errors = errorsOf(service(`    ports: [${','.repeat(900_000)}]\n`));
    expect(errors.length).toBeLessThanOrEqual(201);
    expect(errors.some((message) => message.includes('Too much is wrong'))).toBe(true);
    expect(size(errors)).toBeLessThan(100_000);
  });

  it('lists 200 of its mistakes, and that there are more', () => {
    const wrong = Array.from({ length: 1_000 }, (_, index) => `    wrong${index}: 1\n`).join('');
    const errors = errorsOf(service(wrong));
    expect(errors).toHaveLength(201);
    expect(errors.filter((message) => message.includes('more than is listed'))).toHaveLength(1);
  });

  it('does not repeat a name as long as the file in every message', () => {
    const name = 'k'.repeat(900);
    const wrong = Array.from({ length: 300 }, (_, index) => `      ${name}${index}: [a]\n`).join('');
    const errors = errorsOf(service(`    environment:\n${wrong}`));
    expect(errors).toHaveLength(201);
    expect(Math.max(...errors.map(size))).toBeLessThan(1_600);
  });

  it('is refused when anchors repeat a long text', () => {
    const long = `x-long: &long "${'$$'.repeat(50_000)}"\n`;
    const repeated = Array.from({ length: 1_000 }, (_, index) => `      A${index}: *long\n`).join('');
    const errors = errorsOf(`${long}${service(`    environment:\n${repeated}`)}`);
    expect(errors).toEqual([expect.stringContaining('repeats too much')]);
  });

  it('is refused when variables fill it without an end', () => {
    const { text, problems } = interpolateWithProblems('$A'.repeat(10_000), { A: 'x'.repeat(10_000) });
    expect(text).toBe('');
    expect(problems).toMatchObject([{ kind: 'syntax', message: expect.stringContaining('million') }]);
  });

  it('is read when it is merely large', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `      A${index}: "${'x'.repeat(50)}"\n`).join(
      '',
    );
    expect(errorsOf(service(`    environment:\n${many}`))).toEqual([]);
  });
});
