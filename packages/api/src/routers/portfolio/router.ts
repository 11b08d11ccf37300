import { trpc } from '../../trpc';
import { bridge } from './bridge';
import { summary } from './summary';

export const portfolioRouter = trpc.router({ bridge, summary });
