import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Home } from '../lib/home.mjs';

/** What one local installation must remember between two commands. The file is readable by its owner alone. */
export interface LocalState {
  /** The installation secret. */
  secret: string;
  databasePassword: string;
  /** Ports that were given to the processes the last time. */
  ports: Partial<Record<'web' | 'gateway' | 'worker' | 'database' | 'model', number>>;
  /** Generated sign-ins of the sample people, e-mail → password. */
  passwords: Record<string, string>;
}

const newState = (): LocalState => ({
  secret: randomBytes(32).toString('hex'),
  databasePassword: randomBytes(16).toString('hex'),
  ports: {},
  passwords: {},
});

/** Reads the state; the first time it is made, with fresh secrets. */
export function readState(home: Home): LocalState {
  const path = home.path('state.json');
  if (!existsSync(path)) writeState(home, newState());
  return { ...newState(), ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<LocalState>) };
}

/** Writes the state whole or not at all. */
export function writeState(home: Home, state: LocalState): void {
  const path = home.path('state.json');
  writeFileSync(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
