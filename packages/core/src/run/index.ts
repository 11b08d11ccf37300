export * from './cancel-run';
export * from './get-run';
export * from './list-runs';
export * from './read-result';
export * from './start-run';
