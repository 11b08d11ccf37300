export * from './create-project';
export type * from './delivery-context';
export * from './get-project';
export * from './list-candidates';
export * from './list-projects';
export * from './load-sample-project';
export * from './project-access';
export * from './sample';
