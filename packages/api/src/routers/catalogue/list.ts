import { listTechnologies } from '@jalon/core/catalogue';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const list = procedure('project:read').query(({ ctx }) =>
  listTechnologies(deliveryContext(ctx), ctx.principal),
);
