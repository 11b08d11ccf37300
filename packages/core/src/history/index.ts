export * from './assumptions';
export * from './journeys';
export * from './past-moment';
export * from './production-periods';
export * from './tables-at';
