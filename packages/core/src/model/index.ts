export * from './get-health';
export * from './get-schema';
export * from './list-versions';
export * from './model-client';
export * from './predict';
