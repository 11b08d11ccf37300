import { formatShare } from '@jalon/ui/format';

/** Ten times what was foreseen: beyond it, how many times more it was says nothing. */
const MOST = 10;

/** A share of what was foreseen in whole percent, `84%`, `> 1,000%` from ten times on; a dash when nothing was. */
export function shareOfForeseen(value: string | null, locale: string): string {
  if (value === null) return '–';
  const share = Number(value);
  if (share > MOST) return `> ${formatShare(MOST, locale, 0)}`;
  if (share < -MOST) return `< ${formatShare(-MOST, locale, 0)}`;
  return formatShare(value, locale, 0);
}
