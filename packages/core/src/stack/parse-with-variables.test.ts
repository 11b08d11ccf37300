import { isDomainError } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { checkCompose } from './check-compose';
import { parseWithVariables } from './parse-with-variables';

const FILE = `services:
  web:
    image: web:\${TAG:-1}
    environment: { COLOUR: "\${COLOUR:-none}", SIZE: S }
    secrets: [token]
  other:
    image: other:1
    environment: { COLOUR: "\${COLOUR:-none}" }
    secrets: [token]
secrets:
  token: { environment: TOKEN }
`;

function read(variables: Record<string, string>) {
  const { stack } = parseWithVariables({ composeText: FILE, files: {} }, variables);
  const fileOf = (service: string) =>
    stack.services[service]?.secrets.map(({ source, target }) => [target, stack.secrets[source]?.content]);
  return { stack, fileOf };
}

describe('parseWithVariables', () => {
  it("puts a service's own into its environment, whatever the file says there", () => {
    const { stack } = read({ TOKEN: 't', COLOUR: 'blue', 'web/COLOUR': 'red', 'web/EXTRA': 'x' });
    expect(stack.services.web?.environment).toEqual({ COLOUR: 'red', SIZE: 'S', EXTRA: 'x' });
    expect(stack.services.other?.environment).toEqual({ COLOUR: 'blue' });
  });

  it('does not interpolate with it', () => {
    expect(read({ TOKEN: 't', 'web/TAG': '2' }).stack.services.web?.image).toBe('web:1');
  });

  it("puts a service's own secret into its file alone", () => {
    const { stack, fileOf } = read({ TOKEN: 'shared', 'web/TOKEN': 'of web' });
    expect(fileOf('web')).toEqual([['/run/secrets/token', 'of web']]);
    expect(fileOf('other')).toEqual([['/run/secrets/token', 'shared']]);
    expect(JSON.stringify(stack.services)).not.toContain('of web');
  });

  it('needs no shared secret when every service has its own, and names the one that has none', () => {
    expect(read({ 'web/TOKEN': 'a', 'other/TOKEN': 'b' }).fileOf('other')).toEqual([
      ['/run/secrets/token', 'b'],
    ]);
    expect(() => read({ 'web/TOKEN': 'a' })).toThrow(/TOKEN is required by service other/);
    const check = checkCompose({ composeText: FILE, files: {} }, { 'web/TOKEN': 'a' });
    expect([check.stack, check.missingVariables, check.problems.length]).toEqual([null, [], 1]);
  });

  it('never takes the name of another service’s variable for a name in the file', () => {
    const thief = FILE.replace('environment: TOKEN', 'environment: "web/TOKEN"');
    let error: unknown;
    try {
      parseWithVariables({ composeText: thief, files: {} }, { 'web/TOKEN': 's3cret' });
    } catch (caught) {
      error = caught;
    }
    expect(isDomainError(error) && error.code).toBe('VARIABLE_MISSING');
  });

  it('passes over a service that the file does not have', () => {
    expect(Object.keys(read({ TOKEN: 't', 'gone/A': 'b', 'toString/A': 'b' }).stack.services)).toEqual([
      'web',
      'other',
    ]);
  });
});
