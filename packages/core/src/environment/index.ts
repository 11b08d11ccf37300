export * from './environment-state';
export * from './service-condition';
