import { trpc } from '../../trpc';
import { tail } from './tail';

export const logRouter = trpc.router({ tail });
