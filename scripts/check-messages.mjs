// Checks that both languages have the same messages, with the same placeholders, and that none is empty.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/home.mjs';

const [en, fr] = ['en', 'fr'].map((language) => flatten(read(language)));
const problems = [...new Set([...en.keys(), ...fr.keys()])].sort().flatMap(judge);
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? `Messages: ${en.size} in both languages.`
    : `Messages: ${problems.length} problems.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function read(language) {
  return JSON.parse(readFileSync(join(ROOT, 'apps/web/messages', `${language}.json`), 'utf8'));
}

function flatten(tree, prefix = '') {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => {
      const path = prefix ? `${prefix}.${key}` : key;
      return typeof value === 'string' ? [[path, value]] : [...flatten(value, path)];
    }),
  );
}

function judge(key) {
  const [english, french] = [en.get(key), fr.get(key)];
  if (english === undefined) return [`${key}: not in en.json`];
  if (french === undefined) return [`${key}: not in fr.json`];
  if (!english.trim() || !french.trim()) return [`${key}: empty`];
  const [wanted, given] = [placeholders(english), placeholders(french)];
  return wanted === given ? [] : [`${key}: en has {${wanted}}, fr has {${given}}`];
}

/** The names in {braces} and the <tags>, sorted; what is inside plural and select branches counts as well. */
function placeholders(message) {
  const names = [...message.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(
    (match) => match[1] ?? `<${match[2]}>`,
  );
  return [...new Set(names)].sort().join(', ');
}
