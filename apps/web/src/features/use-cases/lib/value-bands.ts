import { VALUE_BANDS } from '@jalon/contracts';
import type { ListState } from './list-state';

/** The filter that holds for a band of the matrix; null for those without an estimate, which no bound finds. */
export function bandFilter(band: number | null): Pick<ListState, 'valueFrom' | 'valueTo'> | null {
  if (band === null) return null;
  const next = VALUE_BANDS[band + 1];
  // A bound includes its amount; what is worth exactly the next band's stands there.
  return { valueFrom: VALUE_BANDS[band] ?? '', valueTo: next ? `${Number(next) - 1}.99` : '' };
}
