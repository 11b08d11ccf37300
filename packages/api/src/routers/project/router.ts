import { trpc } from '../../trpc';
import { candidates } from './candidates';
import { create } from './create';
import { get } from './get';
import { list } from './list';

export const projectRouter = trpc.router({ list, get, candidates, create });
