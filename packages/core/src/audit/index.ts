export * from './export-audit-log';
export * from './list-audit-events';
export * from './list-audit-facets';
export * from './record-audit';
export * from './verify-audit-log';
