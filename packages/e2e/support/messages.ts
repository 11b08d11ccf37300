import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Messages = Map<string, string>;

const folder = join(import.meta.dirname, '../../../apps/web/messages');

function read(language: string): Messages {
  const flat: Messages = new Map();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') flat.set(path, value);
    else
      for (const [key, child] of Object.entries(value as object)) walk(child, path ? `${path}.${key}` : key);
  };
  walk(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')), '');
  return flat;
}

const english = read('en');
const french = read('fr');
const namespaces = [...new Set([...english.keys()].map((key) => key.split('.')[0]))];
const KEY = new RegExp(`(^|[\\s("'])(${namespaces.join('|')})(\\.[a-zA-Z][\\w-]*)+($|[\\s)"'])`);

/** Whole English sentences that a French page must not show. Short words are the same in both, or are names. */
const englishOnly = new Set(
  [...english]
    .filter(([key, text]) => text.length >= 12 && !/[{<]/.test(text) && french.get(key) !== text)
    .map(([, text]) => text),
);
const frenchTexts = new Set(french.values());

/** Of the texts that a page shows, those that look like a message key, or like English on a French page. */
export function untranslated(texts: readonly string[], locale: 'en' | 'fr'): string[] {
  return texts.filter((text) => {
    if (KEY.test(text)) return true;
    return locale === 'fr' && englishOnly.has(text) && !frenchTexts.has(text);
  });
}
