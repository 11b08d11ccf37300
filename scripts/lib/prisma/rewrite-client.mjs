import { readFileSync, writeFileSync } from 'node:fs';
import { Refusal } from '../fail.mjs';
import { frequentFirst } from './word-order.mjs';

const GRAPH = /(strings: JSON\.parse\()("(?:[^"\\]|\\.)+")(\),\s+graph: )"([\w-]+)"/;

/**
 * Puts the words of the graph in a generated client in another order (`frequentFirst`).
 * @param {string} file the generated `internal/class.ts`
 * @throws {Refusal} when there is no graph in it, or one of another form
 */
export function rewriteClient(file) {
  const text = readFileSync(file, 'utf8');
  const found = GRAPH.exec(text);
  if (!found) throw new Refusal(`No query graph in ${file}: Prisma generates another client than 7.10 did.`);
  const [all, before, words, between, graph] = found;
  const sorted = frequentFirst({ strings: JSON.parse(JSON.parse(words)), graph });
  const sortedWords = JSON.stringify(JSON.stringify(sorted.strings));
  writeFileSync(
    file,
    text.replace(all, () => `${before}${sortedWords}${between}"${sorted.graph}"`),
  );
}
