import { trpc } from '../../trpc';
import { changeLifecycle } from './change-lifecycle';
import { create } from './create-use-case';
import { duplicate } from './duplicate-use-case';
import { get } from './get-use-case';
import { history } from './list-history';
import { list } from './list-use-cases';
import { update } from './update-use-case';

export const useCaseRouter = trpc.router({
  changeLifecycle,
  create,
  duplicate,
  get,
  history,
  list,
  update,
});
