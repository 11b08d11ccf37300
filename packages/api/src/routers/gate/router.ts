import { trpc } from '../../trpc';
import { decide } from './decide-gate';
import { get } from './get-gate';

export const gateRouter = trpc.router({ decide, get });
