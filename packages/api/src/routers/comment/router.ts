import { trpc } from '../../trpc';
import { add } from './add-comment';
import { edit } from './edit-comment';
import { mentionable } from './find-mentionable';
import { list } from './list-comments';
import { remove } from './remove-comment';

export const commentRouter = trpc.router({ add, edit, list, mentionable, remove });
