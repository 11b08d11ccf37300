export * from './classify-host';
export * from './default-host';
export * from './list-hosts';
