export * from './find-open-run';
export * from './finish-run';
export * from './open-run';
export * from './run-lease';
export * from './write-run';
