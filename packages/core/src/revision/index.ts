export * from './compare-revisions';
export * from './get-revision';
export * from './list-revisions';
export * from './promote';
export * from './roll-back';
