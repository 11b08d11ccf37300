import type { DeliveryContext } from '@jalon/core/project';
import type { ApiContext } from './context';

/** What the use cases of delivery are given, out of a request's context. */
export function deliveryContext(ctx: Pick<ApiContext, 'core' | 'services'>): DeliveryContext {
  return { ...ctx.core, ...ctx.services.delivery };
}
