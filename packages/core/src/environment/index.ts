export * from './create-environment';
export * from './environment-state';
export * from './list-pending-changes';
export * from './remove-environment';
export * from './service-condition';
