export * from './checklist';
export * from './decide-gate';
export type * from './facts';
export * from './gather-facts';
export * from './get-gate';
export * from './transition';
