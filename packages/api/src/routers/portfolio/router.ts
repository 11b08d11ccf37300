import { trpc } from '../../trpc';
import { bridge } from './bridge';
import { summary } from './summary';
import { trackRecord } from './track-record';

export const portfolioRouter = trpc.router({ bridge, summary, trackRecord });
