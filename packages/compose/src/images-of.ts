import type { StackModel } from '@jalon/contracts';

/** Images that must come from elsewhere, without doubles, in alphabetical order. Built ones are not among them. */
export function imagesOf(stack: StackModel): string[] {
  const images = Object.values(stack.services).flatMap(({ image, build }) =>
    image !== null && build === null ? [image] : [],
  );
  return [...new Set(images)].sort();
}
