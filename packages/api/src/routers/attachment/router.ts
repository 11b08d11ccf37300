import { trpc } from '../../trpc';
import { list } from './list-attachments';
import { remove } from './remove-attachment';

export const attachmentRouter = trpc.router({ list, remove });
