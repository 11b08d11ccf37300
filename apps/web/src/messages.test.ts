import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import en from '../messages/en.json';
import fr from '../messages/fr.json';

type Tree = { [key: string]: string | Tree };

/** Each message by its dotted key. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** The values that a message expects, those inside the branches of a plural or a choice too. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [element.value, ...argumentsOf(element.children)];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    const branches = Object.values(element.options).map((option) => option.value);
    return [element.value, ...branches.flatMap(argumentsOf)];
  });
}

/** Also throws for a message that does not parse, which would only show on the page that uses it. */
const valuesOf = (message: string): string => [...new Set(argumentsOf(parse(message)))].sort().join(' ');

const english = flatten(en);
const french = flatten(fr);

/** Words that are the same in both languages, beyond names and codes. */
const words = (text: string): string[] => text.match(/\p{L}{3,}/gu) ?? [];

describe('the messages', () => {
  it('have the same keys in both languages', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...english, ...french].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('take the same values in both languages', () => {
    const different = [...english.keys()].filter(
      (key) => valuesOf(english.get(key) ?? '') !== valuesOf(french.get(key) ?? ''),
    );
    expect(different).toEqual([]);
  });

  it('are translated: no sentence of four words or more is the same in both', () => {
    const same = [...english].filter(([key, text]) => words(text).length >= 4 && french.get(key) === text);
    expect(same).toEqual([]);
  });
});
