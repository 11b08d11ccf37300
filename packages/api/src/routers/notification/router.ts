import { trpc } from '../../trpc';
import { list } from './list-notifications';
import { markReadOf } from './mark-read';

export const notificationRouter = trpc.router({ list, markRead: markReadOf });
