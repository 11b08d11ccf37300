import { trpc } from '../../trpc';
import { portfolio } from './get-portfolio-reference';

export const referenceRouter = trpc.router({ portfolio });
