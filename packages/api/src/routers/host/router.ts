import { trpc } from '../../trpc';
import { allow } from './allow';
import { classify } from './classify';
import { list } from './list';

export const hostRouter = trpc.router({ allow, classify, list });
