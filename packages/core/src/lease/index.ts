export * from './acquire-environment-lease';
export * from './fenced';
export * from './keep-environment-lease';
export * from './lease';
export * from './lease-holder';
