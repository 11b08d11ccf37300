/**
 * Characters in all texts and keys of a value, counted no further than just above `enough`: a value that repeats itself
 * through shared references is not written out to be measured.
 */
export function textLength(value: unknown, enough: number): number {
  let length = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && length <= enough) {
    const next = open.pop();
    if (typeof next === 'string') length += next.length;
    else if (Array.isArray(next)) open.push(...next);
    else if (typeof next === 'object' && next !== null) {
      for (const [key, entry] of Object.entries(next)) {
        length += key.length;
        open.push(entry);
      }
    }
  }
  return length;
}

/** True when any text or key in a value holds the character that ends a text in the kernel. */
export function hasZeroByte(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (Array.isArray(value)) return value.some(hasZeroByte);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, entry]) => key.includes('\0') || hasZeroByte(entry));
}
