export * from './list-files';
export * from './list-volumes';
export * from './read-file';
export * from './require-volume';
export * from './seed-sample-data';
export * from './upload-file';
export type * from './worker-client';
