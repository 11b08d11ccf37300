const UNITS: Record<string, number> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const PART = /(\d{1,12}(?:\.\d{1,6})?)(us|ms|s|m|h|d)/y;

/** Milliseconds in a duration as Compose writes it (`1m30s`, `500ms`, `0`); null when it is none. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '0') return 0;
  let position = 0;
  let total = 0;
  while (position < trimmed.length) {
    PART.lastIndex = position;
    const part = PART.exec(trimmed);
    if (!part) return null;
    total += Number(part[1]) * (UNITS[part[2] ?? ''] ?? Number.NaN);
    position += part[0].length;
  }
  return trimmed === '' ? null : Math.round(total);
}
