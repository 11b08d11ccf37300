import { Refusal } from '../fail.mjs';

/**
 * Prisma's client holds a graph of all that a query may be asked with: thousands of nodes, each an object with the numbers of
 * its words for keys. V8 makes an array of such an object, as long as its largest number: with words in the order of
 * the schema that comes to 16 MB a process, with the most frequent words first to 3 (docs/decisions/0053).
 *
 * The graph is the one of `@prisma/client` 7, base64url of: counts of inputs, outputs and roots; of each input the number of
 * edges, then word, mask (2 bytes), child, enum's word, flags (1 byte) of each; of each output the number of edges, then word,
 * arguments, output of each; of each root word, arguments, output. Numbers are LEB128; those that may be missing are one higher, 0 is none.
 */

/**
 * The same graph with the most frequent words first.
 * @param {{ strings: string[], graph: string }} schema as Prisma generates it
 * @returns {{ strings: string[], graph: string }}
 * @throws {Refusal} when the graph is written in another form
 */
export function frequentFirst({ strings, graph }) {
  const times = strings.map(() => 0);
  const same = rewrite(graph, (word) => {
    times[word] += 1;
    return word;
  });
  if (same !== graph)
    throw new Refusal('Prisma writes its query graph in another form than 7.10 did: scripts/lib/prisma.');
  const order = strings.map((_, word) => word).sort((left, right) => times[right] - times[left]);
  const places = new Map(order.map((word, place) => [word, place]));
  return {
    strings: order.map((word) => strings[word]),
    graph: rewrite(graph, (word) => places.get(word)),
  };
}

/** The graph with other numbers for its words. */
function rewrite(graph, wordOf) {
  const { copy, copyBytes, copyWord, copyEnum, text } = copier(Buffer.from(graph, 'base64url'), wordOf);
  const [inputs, outputs, roots] = [copy(), copy(), copy()];
  times(inputs, () => {
    times(copy(), () => {
      copyWord();
      copyBytes(2);
      copy();
      copyEnum();
      copyBytes(1);
    });
  });
  const toArgumentsAndOutput = () => {
    copyWord();
    copy();
    copy();
  };
  times(outputs, () => times(copy(), toArgumentsAndOutput));
  times(roots, toArgumentsAndOutput);
  return text();
}

/** Reads numbers from `from` in order, and writes each as it is copied. */
function copier(from, wordOf) {
  const to = [];
  let at = 0;
  const read = () => {
    let [number, shift] = [0, 0];
    for (;;) {
      const byte = from[at];
      if (byte === undefined) return Number.NaN;
      at += 1;
      number += (byte & 127) * 2 ** shift;
      if (byte < 128) return number;
      shift += 7;
    }
  };
  const write = (number) => {
    let rest = number;
    for (; rest > 127; rest = Math.floor(rest / 128)) to.push((rest % 128) | 128);
    to.push(rest);
    return number;
  };
  return {
    copy: () => write(read()),
    copyBytes: (count) => times(count, () => to.push(from[at++] ?? 0)),
    copyWord: () => write(wordOf(read())),
    copyEnum: () => {
      const number = read();
      write(number === 0 ? 0 : wordOf(number - 1) + 1);
    },
    text: () => Buffer.from(to).toString('base64url'),
  };
}

function times(count, work) {
  for (let done = 0; done < count; done += 1) work();
}
