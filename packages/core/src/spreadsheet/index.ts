export * from './cell-name';
export * from './file-problem';
export * from './read-spreadsheet';
export type * from './sheet';
export * from './write-csv';
export * from './write-xlsx';
