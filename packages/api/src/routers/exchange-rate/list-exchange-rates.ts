import { listExchangeRates } from '@jalon/core/currency';
import { procedure } from '../../procedure';

export const list = procedure('setting:write').query(({ ctx }) => listExchangeRates(ctx.core));
