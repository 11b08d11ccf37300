import type { Random } from './random';

const BYTES = [
  '\0',
  '\u200b',
  '\ufeff',
  '\t',
  '\n',
  '\r\n',
  ':',
  '-',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '&a ',
  '*a',
  '!',
  '|',
  '>',
  '#',
  '$',
  '${',
  '<<: ',
  '---\n',
  '\ud800',
  '%',
  '\u0085',
  '..',
  '/',
  '\\',
];

/** The file with a few bytes, lines or words changed: what no grammar would write. */
export function mutate(random: Random, text: string, other: string): string {
  let changed = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) changed = mutateOnce(random, changed, other);
  return changed;
}

function mutateOnce(random: Random, text: string, other: string): string {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + 1 + random.below(12));
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + random.pick(BYTES) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(at);
    case 3:
      return text.slice(0, at) + String.fromCharCode(random.below(0x110)) + text.slice(at + 1);
    case 4:
      return spliceLines(random, text, other);
    case 5:
      return swapWords(random, text, other);
    default:
      return (
        text.slice(0, at) +
        text.slice(at).replace(/\S/g, (each) => (random.chance(0.05) ? each.toUpperCase() : each))
      );
  }
}

/** Lines of one file between those of another. */
function spliceLines(random: Random, text: string, other: string): string {
  const [mine, theirs] = [text.split('\n'), other.split('\n')];
  const from = random.below(theirs.length);
  mine.splice(
    random.below(mine.length + 1),
    random.below(3),
    ...theirs.slice(from, from + 1 + random.below(4)),
  );
  return mine.join('\n');
}

/** A word of one file in the place of a word of another. */
function swapWords(random: Random, text: string, other: string): string {
  const words = other.match(/[\w./-]+/g) ?? ['x'];
  const mine = [...text.matchAll(/[\w./-]+/g)];
  const target = mine.length > 0 ? random.pick(mine) : null;
  if (!target) return text;
  return text.slice(0, target.index) + random.pick(words) + text.slice(target.index + target[0].length);
}
