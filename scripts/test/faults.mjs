import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts that the fault tests have written down, by name; all of them again in one file, `faults.json`. */
export function readFaults(dir) {
  const files = existsSync(dir) ? readdirSync(dir).filter((file) => file.endsWith('.json')) : [];
  const parts = Object.fromEntries(
    files.map((file) => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(dir, file), 'utf8'))]),
  );
  if (files.length > 0) writeFileSync(join(dir, 'faults.json'), `${JSON.stringify(parts, null, 2)}\n`);
  return parts;
}

/** Prints the parts as tables of two columns. */
export function printFaults(parts, say) {
  for (const [name, part] of Object.entries(parts)) {
    say(`\n${name}`);
    for (const [what, value] of rowsOf(part)) say(`  ${what.padEnd(44)} ${value}`);
  }
}

/** Nested objects become rows of their own; lists are counted, for the report has them. */
function rowsOf(value, prefix = '') {
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = prefix === '' ? key : `${prefix}, ${key}`;
    if (Array.isArray(inner)) return [[name, String(inner.length)]];
    return typeof inner === 'object' && inner !== null ? rowsOf(inner, name) : [[name, String(inner)]];
  });
}
