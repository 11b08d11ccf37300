import { trpc } from '../../trpc';
import { create } from './create-use-case';
import { get } from './get-use-case';
import { history } from './list-history';
import { list } from './list-use-cases';
import { update } from './update-use-case';

export const useCaseRouter = trpc.router({ create, get, history, list, update });
