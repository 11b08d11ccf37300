import { trpc } from '../../trpc';
import { list } from './list';

export const hostRouter = trpc.router({ list });
