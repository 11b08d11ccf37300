export * from './add-estimate';
export * from './estimate.repository';
export * from './estimate-value';
export * from './list-estimates';
