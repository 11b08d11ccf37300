// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax of Compose that is tested
import { describe, expect, it } from 'vitest';
import { compareStacks } from './compare-stacks';

const file = (web: string, more = '') => `services:\n  web:\n    image: ${web}\n${more}`;
const say = (changes: ReturnType<typeof compareStacks>) =>
  changes.map(({ part, name, change }) => [part, name, change].join(' '));
const names = (before: string, after: string) =>
  say(compareStacks({ composeText: before, files: {} }, { composeText: after, files: {} }));

describe('compareStacks', () => {
  it('names services, volumes and networks that were added, removed and changed', () => {
    const after = file('web:2', '  cache: { image: "cache:1" }\nvolumes: { data: {} }\n');
    expect(names(file('web:1'), after)).toEqual([
      'SERVICE cache ADDED',
      'SERVICE web CHANGED',
      'VOLUME data ADDED',
    ]);
    expect(names(after, file('web:2'))).toEqual(['SERVICE cache REMOVED', 'VOLUME data REMOVED']);
  });

  it('takes a comment and another way of writing the same for no change', () => {
    expect(names(file('web:1'), `# the site\n${file('"web:1"')}`)).toEqual([]);
  });

  it('sees that another variable is referred to', () => {
    expect(names(file('"web:${A:?}"'), file('"web:${B:?}"'))).toEqual(['OTHER  CHANGED']);
  });

  it('says that something changed when a file cannot be read', () => {
    expect(names(file('web:1'), 'services: [')).toEqual(['OTHER  CHANGED']);
  });

  it('names the project’s own files, and the services that they change', () => {
    const composeText = file('web:1', '    env_file: app.env\n');
    const before = { composeText, files: { 'app.env': 'A=1\n', 'old.txt': '', 'same.txt': 'x' } };
    const after = { composeText, files: { 'app.env': 'A=2\n', 'new.txt': '', 'same.txt': 'x' } };
    expect(say(compareStacks(before, after))).toEqual([
      'SERVICE web CHANGED',
      'FILE app.env CHANGED',
      'FILE new.txt ADDED',
      'FILE old.txt REMOVED',
    ]);
    expect(compareStacks(after, after)).toEqual([]);
  });
});
