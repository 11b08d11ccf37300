export * from './change-filter';
export * from './list-activity';
