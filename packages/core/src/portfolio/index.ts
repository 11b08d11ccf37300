export * from './get-portfolio-bridge';
export * from './get-portfolio-summary';
export * from './get-portfolio-track-record';
export * from './read-ahead';
