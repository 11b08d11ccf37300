export * from './load-sample-portfolio';
