import { trpc } from '../../trpc';
import { classify } from './classify';
import { list } from './list';

export const hostRouter = trpc.router({ classify, list });
