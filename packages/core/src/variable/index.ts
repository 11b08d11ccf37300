export * from './generate-secret';
export * from './list-variables';
export * from './open-variables';
export * from './remove-variable';
export * from './set-variable';
export * from './variable-cipher';
export * from './variable-place';
