export * from './replace-routes';
export * from './route-target';
