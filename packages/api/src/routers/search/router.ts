import { trpc } from '../../trpc';
import { find } from './find';

export const searchRouter = trpc.router({ find });
