/** A file that is valid and holds nothing yet. */
export const EMPTY_STACK = 'services:\n';
