import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStack } from '@jalon/compose';
import { describe, expect, it } from 'vitest';
import { escapesOf } from '../testing/fuzz/oracle';
import { requestsOf } from '../testing/fuzz/requests-of';
import { target } from '../testing/stacks';
import { engineRequestBreaches } from './engine-requests';
import { checkPolicy } from './policy';

const FOLDER = join(import.meta.dirname, '../../harmless');
const files = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return [file, /^# Without effect: (\S+)/.exec(text)?.[1] ?? '?', text] as const;
});

/** They ask for what they should not have, under keys that do nothing here: a warning names the key, and nothing is sent. */
describe('files whose bad part has no effect', () => {
  it.each(files)('%s is told that %s has none', (_file, key, text) => {
    const { stack, warnings } = parseStack(text, {});
    expect(checkPolicy(stack)).toEqual([]);
    expect(warnings.map(({ path, message }) => `${path}: ${message}`).join('\n')).toContain(key);
    const requests = requestsOf(stack, target);
    expect(JSON.stringify(requests)).not.toMatch(/attacker|syslog|rshared|swappiness/i);
    expect(requests.flatMap((request) => engineRequestBreaches(request))).toEqual([]);
    expect(requests.flatMap((request) => escapesOf(request, target))).toEqual([]);
  });
});
