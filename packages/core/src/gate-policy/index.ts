export * from './approvers';
export * from './get-policy';
export * from './list-policies';
export * from './publish-policy';
export * from './save-draft';
