import { trpc } from '../../trpc';
import { discard } from './discard-draft';
import { get } from './get-draft';
import { list } from './list-drafts';
import { save } from './save-draft';

export const draftRouter = trpc.router({ discard, get, list, save });
