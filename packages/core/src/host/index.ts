export * from './default-host';
export * from './list-hosts';
