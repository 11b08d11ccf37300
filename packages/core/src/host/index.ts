export * from './allow-on-host';
export * from './classify-host';
export * from './default-host';
export * from './list-hosts';
export * from './read-allowance';
