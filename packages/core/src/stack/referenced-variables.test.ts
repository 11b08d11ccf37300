// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax of Compose that is tested
import { describe, expect, it } from 'vitest';
import { missingVariables } from './referenced-variables';

const missing = (text: string, ...known: string[]) => missingVariables(text, new Set(known));

describe('missingVariables', () => {
  it('names what has no default and no value, once, in order', () => {
    expect(missing('a: $B\nc: ${D:?say}\ne: "${F?}-${B}"\ng: ${H}')).toEqual(['B', 'D', 'F', 'H']);
    expect(missing('a: ${B}', 'B')).toEqual([]);
  });

  it('names what secrets and configs are made of', () => {
    const text = 'services: {}\nsecrets:\n  s: {environment: PASSWORD}\nconfigs: {c: {environment: CONF}}\n';
    expect(missing(text, 'CONF')).toEqual(['PASSWORD']);
  });

  it('needs nothing where there is a default', () => {
    expect(missing('a: ${B:-x}\nc: ${D-y}\ne: ${F:+z}')).toEqual([]);
  });

  it('looks into a default only when it is used', () => {
    expect(missing('a: ${B:-${C}}')).toEqual(['C']);
    expect(missing('a: ${B:-${C}} $D', 'B')).toEqual(['D']);
    expect(missing('a: ${B:+${C}}')).toEqual([]);
    expect(missing('a: ${B:+${C}}', 'B')).toEqual(['C']);
  });

  it('leaves $$ and comments alone', () => {
    expect(missing('a: $$B\n# c: $D\ne: x # ${F}\ng: "# $H"')).toEqual(['H']);
  });
});
