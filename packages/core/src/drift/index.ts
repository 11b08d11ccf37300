export * from './heal-drift';
export * from './record-drift';
export * from './set-healing';
