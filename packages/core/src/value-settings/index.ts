export * from './get-value-settings';
export * from './save-value-settings';
