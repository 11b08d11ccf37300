import { trpc } from '../../trpc';
import { add } from './add-estimate';
import { list } from './list-estimates';

export const estimateRouter = trpc.router({ add, list });
