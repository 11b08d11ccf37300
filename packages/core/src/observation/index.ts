export * from './find-environment-address';
export * from './list-hosts';
export * from './record-host';
export * from './record-observation';
export * from './record-usage';
export * from './service-states';
