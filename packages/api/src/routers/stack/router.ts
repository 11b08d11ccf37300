import { trpc } from '../../trpc';
import { addTechnology } from './add-technology';
import { check } from './check';
import { get } from './get';
import { preview } from './preview';
import { save } from './save';

export const stackRouter = trpc.router({ get, check, save, addTechnology, preview });
