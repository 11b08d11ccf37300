export { isPostgresRunning, stopEmbeddedPostgres } from './control';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start';
