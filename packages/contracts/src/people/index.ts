export * from './audit';
export * from './people';
export * from './preferences';
