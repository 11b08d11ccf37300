import { trpc } from '../../trpc';
import { changeLifecycle } from './change-lifecycle';
import { create } from './create-use-case';
import { duplicate } from './duplicate-use-case';
import { get } from './get-use-case';
import { importAll } from './import-use-cases';
import { figures } from './list-figures';
import { history } from './list-history';
import { matrix } from './list-matrix';
import { list } from './list-use-cases';
import { previewImportOf } from './preview-import';
import { updateMany } from './update-many';
import { update } from './update-use-case';

export const useCaseRouter = trpc.router({
  changeLifecycle,
  create,
  duplicate,
  figures,
  get,
  history,
  import: importAll,
  list,
  matrix,
  previewImport: previewImportOf,
  update,
  updateMany,
});
