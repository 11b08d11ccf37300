/** The command line cannot be understood; the message says which part and what to write. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
