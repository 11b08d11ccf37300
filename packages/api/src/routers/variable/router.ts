import { trpc } from '../../trpc';
import { globalUse } from './global-use';
import { list } from './list';
import { listGlobal } from './list-global';
import { remove } from './remove';
import { removeGlobal } from './remove-global';
import { set } from './set';
import { setGlobal } from './set-global';

export const variableRouter = trpc.router({
  list,
  set,
  remove,
  listGlobal,
  globalUse,
  setGlobal,
  removeGlobal,
});
