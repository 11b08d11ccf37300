import { trpc } from '../../trpc';
import { summary } from './summary';

export const portfolioRouter = trpc.router({ summary });
