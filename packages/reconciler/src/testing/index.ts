export { type FuzzFinding, type FuzzOptions, type FuzzReport, fuzz } from './fuzz/fuzz';
export { readHostileFiles } from './hostile/read-files';
