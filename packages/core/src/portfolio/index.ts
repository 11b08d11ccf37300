export * from './get-portfolio-bridge';
export * from './get-portfolio-summary';
