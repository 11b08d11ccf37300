import type { Principal, Technology } from '@jalon/contracts';
import type { DeliveryContext } from '../project/delivery-context';

/** Every entry of the catalogue. Authorized by the API (`project:read`). */
export function listTechnologies(context: DeliveryContext, _principal: Principal): Promise<Technology[]> {
  return context.content.technologies();
}
