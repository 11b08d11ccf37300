export * from './get-portfolio-summary';
