import { trpc } from '../../trpc';
import { activity } from './activity';
import { changes } from './changes';

export const liveRouter = trpc.router({ changes, activity });
