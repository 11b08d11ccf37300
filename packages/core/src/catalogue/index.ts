export * from './add-technology';
export * from './content-store';
export * from './list-technologies';
