import { trpc } from '../../trpc';
import { create } from './create';
import { draft } from './draft';
import { pending } from './pending';
import { removal } from './removal';
import { remove } from './remove';
import { setHealing } from './set-healing';

export const environmentRouter = trpc.router({ draft, create, pending, removal, remove, setHealing });
