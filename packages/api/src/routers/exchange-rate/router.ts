import { trpc } from '../../trpc';
import { add } from './add-exchange-rate';
import { list } from './list-exchange-rates';

export const exchangeRateRouter = trpc.router({ add, list });
