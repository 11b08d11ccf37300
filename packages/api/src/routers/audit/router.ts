import { trpc } from '../../trpc';
import { list } from './list';

export const auditRouter = trpc.router({ list });
