import { trpc } from '../../trpc';
import { list } from './list';
import { remove } from './remove';
import { set } from './set';

export const variableRouter = trpc.router({ list, set, remove });
