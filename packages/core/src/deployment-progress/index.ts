export * from './advance-deployment';
export * from './find-open-deployment';
export * from './finish-deployment';
export * from './fork-revision';
export * from './open-deployment';
export * from './open-revision';
export * from './record-plan';
export * from './record-step';
