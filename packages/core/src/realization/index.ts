export * from './get-realization';
export * from './portfolio-verified';
export * from './verify-realization';
