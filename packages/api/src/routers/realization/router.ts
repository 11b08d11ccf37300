import { trpc } from '../../trpc';
import { get } from './get-realization';
import { verify } from './verify-realization';

export const realizationRouter = trpc.router({ get, verify });
