import { trpc } from '../../trpc';
import { list } from './list';
import { facets } from './list-facets';
import { verify } from './verify';

export const auditRouter = trpc.router({ list, facets, verify });
