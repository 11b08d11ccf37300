export type { CoreContext } from './context';
