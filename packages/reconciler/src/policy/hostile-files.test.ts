import { describe, expect, it } from 'vitest';
import { readHostileFiles } from '../testing/hostile/read-files';
import { verdictOn } from '../testing/hostile/verdict';

const files = readHostileFiles();

describe('hostile Compose files', () => {
  it('are two hundred and more', () => {
    expect(files.length).toBeGreaterThanOrEqual(200);
  });

  it.each(files.map(({ file, rules, says, text }) => [file, rules.join(', '), says, text] as const))(
    '%s is refused by %s %s',
    (_file, rules, says, text) => {
      const { rules: refusedBy, messages } = verdictOn(text);
      expect(refusedBy.join(', ')).toBe(rules);
      expect(messages.join('\n')).toContain(says);
      // Says what to do: no message is a bare “no”.
      for (const message of messages) expect(message).toMatch(/\S+ \S+ \S+ \S+/);
    },
  );
});
