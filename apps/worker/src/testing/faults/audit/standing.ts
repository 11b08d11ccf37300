import type { StackDraft } from '../stacks/stack';

/** Where an environment should be, by what a test asked of it. */
export type Standing =
  /** Every service of the stack serves. */
  | { state: 'running'; stack: StackDraft }
  /** The containers of the stack are there and stopped. */
  | { state: 'stopped'; stack: StackDraft }
  /** What a deployment made that could not return to anything: stopped, under the names of any of these services. */
  | { state: 'failed'; services: readonly string[] }
  | { state: 'removed' };

/** Services that are deployed: jobs wait to be run. */
export function deployedServices(stack: StackDraft): string[] {
  return Object.keys(stack).filter((name) => stack[name]?.kind !== 'job');
}

/** Services of others that run to their end. */
export function runsOnce(stack: StackDraft, name: string): boolean {
  return stack[name]?.kind === 'once';
}
