import { VARIABLE_SCOPES } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveVariables, type ScopedName } from './resolve-variables';

const scoped = (scope: ScopedName['scope'], name: string, service: string | null = null): ScopedName => ({
  scope,
  name,
  service,
});

describe('resolveVariables', () => {
  it('lets the nearest scope win, in whatever order they come', () => {
    const wide = scoped('GLOBAL', 'A');
    const near = scoped('PROJECT', 'A');
    const resolved = [{ key: 'A', winner: near, overrides: [wide] }];
    expect(resolveVariables([wide, near])).toEqual(resolved);
    expect(resolveVariables([near, wide])).toEqual(resolved);
  });

  it("keeps a service's own beside the one of the file", () => {
    const file = scoped('ENVIRONMENT', 'A');
    const web = scoped('SERVICE', 'A', 'web');
    expect(resolveVariables([web, file])).toEqual([
      { key: 'A', winner: file, overrides: [] },
      { key: 'web/A', winner: web, overrides: [file] },
    ]);
  });

  it('shows each once as a winner or as overridden, and none that is nearer than its winner (law)', () => {
    const shared = fc.uniqueArray(
      fc.record({
        scope: fc.constantFrom(...VARIABLE_SCOPES.filter((scope) => scope !== 'SERVICE')),
        name: fc.constantFrom('A', 'B', 'C'),
        service: fc.constant(null),
      }),
      { selector: ({ scope, name }) => `${scope} ${name}` },
    );
    fc.assert(
      fc.property(shared, (variables) => {
        const resolved = resolveVariables(variables);
        const shown = resolved.flatMap(({ winner, overrides }) => [winner, ...overrides]);
        expect(new Set(shown)).toEqual(new Set(variables));
        expect(shown).toHaveLength(variables.length);
        for (const { winner, overrides } of resolved) {
          const ranks = [winner, ...overrides].map(({ scope }) => VARIABLE_SCOPES.indexOf(scope));
          expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
        }
      }),
    );
  });
});
