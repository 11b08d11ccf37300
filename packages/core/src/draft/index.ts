export * from './discard-draft';
export * from './get-draft';
export * from './list-drafts';
export * from './save-draft';
