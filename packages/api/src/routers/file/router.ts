import { trpc } from '../../trpc';
import { list } from './list';
import { volumes } from './volumes';

export const fileRouter = trpc.router({ volumes, list });
