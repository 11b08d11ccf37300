// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { isDomainError } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { interpolate } from './interpolate';

// A law takes hundreds of runs; a busy machine may need a while for them.
vi.setConfig({ testTimeout: 60_000 });

const variables = { A: 'one', EMPTY: '', _x1: 'low' };

describe('interpolate', () => {
  it.each([
    ['plain', 'plain'],
    ['$A', 'one'],
    ['${A}', 'one'],
    ['<$A>$A.$_x1-', '<one>one.low-'],
    ['$Ab', ''],
    ['${NONE}', ''],
    ['$$A', '$A'],
    ['$$$A', '$one'],
    ['$${A}', '${A}'],
    ['${A:-b}', 'one'],
    ['${EMPTY:-b}', 'b'],
    ['${NONE:-b}', 'b'],
    ['${A-b}', 'one'],
    ['${EMPTY-b}', ''],
    ['${NONE-b}', 'b'],
    ['${NONE-}', ''],
    ['${A:?e}', 'one'],
    ['${EMPTY?e}', ''],
    ['${A:+b}', 'b'],
    ['${EMPTY:+b}', ''],
    ['${NONE:+b}', ''],
    ['${A+b}', 'b'],
    ['${EMPTY+b}', 'b'],
    ['${NONE+b}', ''],
    ['${NONE:-${A}}', 'one'],
    ['${NONE:-${OTHER:-$A-${EMPTY:-x}}}', 'one-x'],
    ['${NONE:-{"a": {"b": 1}}}', '{"a": {"b": 1}}'],
    ['${NONE:-$$5}', '$5'],
    ['${NONE:-http://a:80/b?c=d}', 'http://a:80/b?c=d'],
    ['${A:-${NONE:?never asked}}', 'one'],
    ['}{', '}{'],
  ])('%s → %s', (text, expected) => {
    expect(interpolate(text, variables)).toBe(expected);
  });

  it.each([
    ['${NONE:?give it}', 'VARIABLE_MISSING', 'Variable NONE is required: give it.'],
    ['${EMPTY:?}', 'VARIABLE_MISSING', 'Variable EMPTY is required.'],
    ['${NONE?$A}', 'VARIABLE_MISSING', 'Variable NONE is required: one.'],
    ['${NONE:-${OTHER:?inner}}', 'VARIABLE_MISSING', 'Variable OTHER is required: inner.'],
    ['${A', 'COMPOSE_INVALID', 'never closed'],
    ['${}', 'COMPOSE_INVALID', 'does not begin with a variable name'],
    ['${1A}', 'COMPOSE_INVALID', 'does not begin with a variable name'],
    ['${A.B}', 'COMPOSE_INVALID', 'cannot be read'],
    ['cost: 5$', 'COMPOSE_INVALID', 'Write "$$"'],
    ['$ 5', 'COMPOSE_INVALID', 'Write "$$"'],
    ['${A:-'.repeat(40) + '}'.repeat(40), 'COMPOSE_INVALID', 'nested more than'],
  ])('%s is refused', (text, code, message) => {
    let caught: unknown;
    try {
      interpolate(text, variables);
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('knows no variable that was not given, whatever JavaScript objects inherit', () => {
    expect(interpolate('${constructor:-none}${toString-none}', {})).toBe('nonenone');
  });

  it('returns a text or throws a DomainError, whatever it is given', () => {
    const parts = fc.constantFrom('$', '{', '}', ':', '-', '?', '+', 'A', 'NONE', '$$', '${', 'x', ' ');
    const texts = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 40 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          expect(typeof interpolate(text, variables)).toBe('string');
        } catch (error) {
          expect(isDomainError(error)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves a text as it is when its dollars are doubled', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(interpolate(text.replaceAll('$', '$$$$'), variables)).toBe(text);
      }),
    );
  });
});
