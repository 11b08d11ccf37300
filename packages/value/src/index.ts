export * from './beta-pert';
export * from './cash-flow';
export * from './kpi';
export * from './money';
export * from './monte-carlo';
export * from './random';
export * from './range';
export * from './realised';
