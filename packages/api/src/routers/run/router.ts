import { trpc } from '../../trpc';
import { cancel } from './cancel';
import { get } from './get';
import { list } from './list';
import { start } from './start';

export const runRouter = trpc.router({ list, get, start, cancel });
