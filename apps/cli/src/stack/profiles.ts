import type { Given } from '../args/given';
import type { Io } from '../io';

/** Profiles whose services run beside those without one: those of --profile, else of COMPOSE_PROFILES. */
export function readProfiles(io: Io, given: Given): string[] {
  const named = given.texts('profile');
  return (named.length > 0 ? named : (io.environment.COMPOSE_PROFILES ?? '').split(','))
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
