import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Compose file that must not be let through, and the rule that says no. */
export interface HostileFile {
  /** `<kind of attack>/<name>.yaml` */
  file: string;
  text: string;
  /** Rules of the policy, or COMPOSE_INVALID / VARIABLE_MISSING when the file cannot even be read. */
  rules: string[];
  /** What the reader's message has to name. */
  says: string;
}

const FOLDER = join(import.meta.dirname, '../../../hostile');
const HEADER = /^# Refused by: (\S+)(?: (.+))?\n/;

/** The table: each file begins with the rule that refuses it. */
export function readHostileFiles(): HostileFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const [, rules = '', says = ''] = HEADER.exec(text) ?? [];
      return { file, text, rules: rules.split(',').sort(), says };
    });
}
