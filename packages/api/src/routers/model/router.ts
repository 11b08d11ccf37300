import { trpc } from '../../trpc';
import { health } from './health';
import { predict } from './predict';
import { schema } from './schema';
import { versions } from './versions';

export const modelRouter = trpc.router({ versions, health, schema, predict });
