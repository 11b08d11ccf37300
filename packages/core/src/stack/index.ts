export * from './check-compose';
export * from './draw-stack';
export * from './get-stack';
export * from './preview-plan';
export * from './running-stack';
export * from './save-stack';
