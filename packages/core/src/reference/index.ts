export * from './discount-rate';
export * from './get-portfolio-reference';
export * from './stages';
