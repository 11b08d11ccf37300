export * from './audit';
export * from './notification';
export * from './password';
export * from './people';
export * from './preferences';
export * from './search';
