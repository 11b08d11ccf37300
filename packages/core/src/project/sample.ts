import type { StackModel } from '@jalon/contracts';

/** The sample that a new project can start from: samples/<name>. */
export const SAMPLE_NAME = 'credit-scoring';

/** Secrets that are generated for the sample. */
export const SAMPLE_PASSWORDS: readonly string[] = ['DATABASE_PASSWORD'];

const SAMPLE_CONTEXT = /^jalon:\/\/samples\/([a-z0-9-]+)(\/|$)/;

/** Which sample a stack is built from; null for a stack of one's own. Pure. */
export function sampleOf(stack: StackModel): string | null {
  for (const service of Object.values(stack.services)) {
    const found = SAMPLE_CONTEXT.exec(service.build?.context ?? '');
    if (found?.[1]) return found[1];
  }
  return null;
}
