export * from './access';
export * from './change';
export * from './clock';
export * from './delivery';
export * from './engine';
export * from './errors';
export * from './people';
export * from './portfolio';
