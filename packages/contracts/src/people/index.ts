export * from './audit';
export * from './people';
export * from './preferences';
export * from './search';
