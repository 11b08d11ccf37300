import { trpc } from '../../trpc';
import { create } from './create-view';
import { list } from './list-views';
import { remove } from './remove-view';
import { setDefault } from './set-default-view';
import { update } from './update-view';

export const savedViewRouter = trpc.router({ create, list, remove, setDefault, update });
