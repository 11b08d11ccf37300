export * from './get-realization';
export * from './portfolio-verified';
export * from './verified-sum';
export * from './verify-realization';
