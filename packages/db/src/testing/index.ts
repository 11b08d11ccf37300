export * from './factories/environment';
export { type TestDatabase, testDatabase } from './test-database';
