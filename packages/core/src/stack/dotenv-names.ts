import { parseDotenv } from '@jalon/compose';
import { isDomainError, type TextFiles } from '@jalon/contracts';

/** Names that the project's `.env` gives a value; none from one that cannot be read: reading the stack says why. */
export function dotenvNames(files: TextFiles): string[] {
  const text = files['.env'];
  if (text === undefined) return [];
  try {
    return Object.keys(parseDotenv(text));
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return [];
  }
}
