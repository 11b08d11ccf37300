export * from './create-view';
export * from './list-views';
export * from './remove-view';
export * from './set-default-view';
export * from './update-view';
