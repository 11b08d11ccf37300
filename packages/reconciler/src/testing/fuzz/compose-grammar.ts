// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { type Fragment, HOSTILE, ORDINARY, TOP_HOSTILE, TOP_ORDINARY } from './fragments';
import type { Random } from './random';

const ODD_VALUES = [
  'null',
  'true',
  'yes',
  '-1',
  '0',
  '1e309',
  '0x1F',
  '""',
  '[]',
  '{}',
  '[[]]',
  '{a: {b: [c]}}',
  '!!js/function x',
  '!!binary AAAA',
  '!reset null',
  '!override []',
  '2026-01-01',
  '"\\u0000"',
  '"\\ud800"',
  '*nothing',
  '"${A"',
  '"${A:-${B:-c}}"',
];
const IMAGES = [
  'nginx:1.27',
  '"postgres:16"',
  '${IMAGE:-redis:7}',
  'registry.example.com:5000/a/b@sha256:abc',
];
const SERVICES = ['web', 'db', 'model', 'a.b', 'toString', 'constructor', 'x_1'];

/** A Compose file of ordinary and hostile parts, written in one of the many ways in which the same can be written. */
export function composeText(random: Random): string {
  // Most files ask for one bad thing at most: a file that is refused for ten reasons shows nothing about the tenth.
  const hostile = random.pick([0, 0, 0.1, 0.3, 0.5]);
  const names = [...new Set([random.pick(SERVICES), ...random.some(SERVICES, 3)])];
  const anchors: string[] = [];
  const services = names.map((name) => service(random, name, hostile, anchors));
  const top = [...pickTop(random, hostile)];
  const body = [...anchors, 'services:', ...services.flat(), ...top];
  return `${body.join('\n')}\n`;
}

function pickTop(random: Random, hostile: number): string[] {
  const [volumes = '', networks = ''] = TOP_ORDINARY;
  const lines = [volumes, networks];
  if (!random.chance(hostile)) return lines;
  const bad = random.pick(TOP_HOSTILE);
  return [...lines.filter((line) => line.split(':')[0] !== bad.split(':')[0]), bad];
}

function service(random: Random, name: string, hostile: number, anchors: string[]): string[] {
  const fragments = random.some(ORDINARY, 6);
  if (random.chance(hostile * 2)) fragments.push(...random.some(HOSTILE, 3), random.pick(HOSTILE));
  // One key once, as a file that is to be read at all must have it.
  const own = [...new Map(fragments).entries()].map((fragment) => disguise(random, fragment));
  const built = own.some(([key]) => key === 'build');
  const image: Fragment[] = built ? [] : [['image', random.pick(IMAGES)]];
  const [merged, inline] = split(random, own);
  const lines = [...image, ...inline].map(([key, value]) => `    ${spell(random, key)}: ${value}`);
  if (merged.length > 0) {
    const anchor = `m${anchors.length}`;
    const pairs = merged.map(([key, value]) => `${key}: ${value}`).join(', ');
    anchors.push(`x-${anchor}: &${anchor} {${pairs}}`);
    lines.push(random.chance(0.5) ? `    <<: *${anchor}` : `    <<: [*${anchor}]`);
  }
  return [`  ${name}:`, ...lines];
}

function split(random: Random, fragments: Fragment[]): [Fragment[], Fragment[]] {
  if (!random.chance(0.3)) return [[], fragments];
  const merged = fragments.filter(() => random.chance(0.5));
  return [merged, fragments.filter((fragment) => !merged.includes(fragment))];
}

/** The same value by another road: a variable, or now and then a value of another type. */
function disguise(random: Random, [key, value]: Fragment): Fragment {
  if (random.chance(0.03)) return [key, random.pick(ODD_VALUES)];
  if (random.chance(0.15) && /^[\w./:-]+$/.test(value)) return [key, `"\${V${random.below(9)}:-${value}}"`];
  if (random.chance(0.1))
    return [key, value.replace(/"([^"$\\]+)"/, (_all, text: string) => `"\${A:-${text}}"`)];
  return [key, value];
}

function spell(random: Random, key: string): string {
  if (random.chance(0.1)) return `"${key}"`;
  if (random.chance(0.01)) return key.toUpperCase();
  if (random.chance(0.01)) return key.replace('e', '\u0435');
  return key;
}
