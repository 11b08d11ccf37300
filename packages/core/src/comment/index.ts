export * from './add-comment';
export * from './edit-comment';
export * from './find-mentionable';
export * from './list-comments';
export * from './mentions';
export * from './remove-comment';
