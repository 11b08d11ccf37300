import { trpc } from '../../trpc';
import { list } from './list';

export const catalogueRouter = trpc.router({ list });
