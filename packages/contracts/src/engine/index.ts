export * from './capability';
export * from './cause';
export * from './desired-state';
export * from './labels';
export * from './observed-state';
export * from './plan';
export * from './stack-model';
