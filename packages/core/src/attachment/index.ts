export * from './add-attachment';
export * from './list-attachments';
export * from './read-attachment';
export * from './remove-attachment';
export * from './sniff-type';
