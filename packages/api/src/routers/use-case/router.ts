import { trpc } from '../../trpc';
import { changeLifecycle } from './change-lifecycle';
import { create } from './create-use-case';
import { duplicate } from './duplicate-use-case';
import { get } from './get-use-case';
import { figures } from './list-figures';
import { history } from './list-history';
import { matrix } from './list-matrix';
import { list } from './list-use-cases';
import { update } from './update-use-case';

export const useCaseRouter = trpc.router({
  changeLifecycle,
  create,
  duplicate,
  figures,
  get,
  history,
  list,
  matrix,
  update,
});
