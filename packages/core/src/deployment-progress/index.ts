export * from './advance-deployment';
export * from './find-open-deployment';
export * from './finish-deployment';
export * from './open-deployment';
export * from './record-plan';
export * from './record-step';
