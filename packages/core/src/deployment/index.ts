export * from './cancel-deployment';
export * from './deploy';
export * from './get-deployment';
export * from './list-deployments';
export * from './request-action';
