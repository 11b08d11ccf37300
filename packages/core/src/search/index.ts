export * from './find-by-name';
