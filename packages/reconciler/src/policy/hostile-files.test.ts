import { ALLOWABLE_CAPABILITIES, NEVER_CAPABILITIES } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { readHostileFiles } from '../testing/hostile/read-files';
import { verdictOn } from '../testing/hostile/verdict';

const files = readHostileFiles();

/** What an admin could allow at most, and what nobody can. */
const widest = { capabilities: [...ALLOWABLE_CAPABILITIES, ...NEVER_CAPABILITIES] };

describe('hostile Compose files that add capabilities', () => {
  const adding = files.filter(({ file }) => file.startsWith('capabilities/'));
  const harmed = adding.filter(({ text }) =>
    NEVER_CAPABILITIES.some((name) =>
      new RegExp(`\\b(CAP_)?${name}\\b`, 'i').test(text.replace(/cap_drop.*/, '')),
    ),
  );

  it('are many, and most of them are beyond any admin', () => {
    expect(adding.length).toBeGreaterThan(25);
    expect(harmed.length).toBeGreaterThan(15);
  });

  it.each(harmed.map(({ file, text }) => [file, text] as const))(
    '%s is refused on a host that allows every capability there is',
    (_file, text) => {
      expect(verdictOn(text, {}, {}, widest).rules).toEqual(['added-capability']);
    },
  );
});

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
