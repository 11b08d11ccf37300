import { appRouter } from './root';
import { trpc } from './trpc';

/** Calls procedures in this process, through the same checks: for server components and tests. */
export const createCaller = trpc.createCallerFactory(appRouter);
