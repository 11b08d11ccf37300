export * from './decimal';
export * from './enums';
export * from './estimate';
export * from './gate';
export * from './kpi';
export * from './reference';
export * from './summary';
export * from './use-case';
