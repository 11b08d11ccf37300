export * from './import-samples';
export * from './preview-samples';
