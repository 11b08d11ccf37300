export * from './exchange-rates';
export * from './rates';
