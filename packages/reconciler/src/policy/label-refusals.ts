import type { Refusal } from '@jalon/contracts';
import { isReservedLabel } from './reserved-names';

/** Labels of a file that would say who made an object, or whose it is. */
export function labelRefusals(service: string | null, labels: Record<string, string>): Refusal[] {
  return Object.keys(labels)
    .filter(isReservedLabel)
    .map((label) => ({
      rule: 'reserved-label',
      service,
      message: `The label "${label.slice(0, 80)}" is how Jalon and the engine know their own objects. Choose another name.`,
    }));
}
