export * from './find-environment-address';
export * from './list-hosts';
export * from './record-host';
export * from './record-observation';
export * from './service-states';
