// Apart from the schemas, so that a page that only shows a reference does not load them.

/** `UC-42`: how people name a use case. */
export function useCaseReference(number: number): string {
  return `UC-${number}`;
}
