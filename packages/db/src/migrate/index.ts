export { diffDatamodels } from './diff';
export { migrate } from './migrate';
