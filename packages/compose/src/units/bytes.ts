const UNITS: Record<string, number> = {
  '': 1,
  b: 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  t: 1024 ** 4,
};

/** Bytes in a size as Compose writes it (`512m`, `1.5g`, `2GiB`, `1048576`); null when it is none. */
export function parseBytes(text: string): number | null {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s*(b|[kmgt](?:i?b)?)?$/i.exec(text.trim());
  if (!match) return null;
  const unit = UNITS[(match[2] ?? '').charAt(0).toLowerCase()] ?? 1;
  const bytes = Math.round(Number(match[1]) * unit);
  return Number.isSafeInteger(bytes) ? bytes : null;
}
