export * from './import-use-cases';
export * from './preview-import';
