export { createCaller } from './caller';
export type { ApiContext } from './context';
export type { ApiErrorData } from './errors';
export type { AppRouter, RouterInputs, RouterOutputs } from './root';
export { appRouter } from './root';
