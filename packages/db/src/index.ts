export { type ChangeListener, type ListenOptions, listenForChanges } from './changes/listen';
export { notifyChange, notifyChanges } from './changes/notify';
export { createDb, type Db, type DbClient, isClient, type Tx } from './client';
export type * from './generated/client';
export { Prisma } from './generated/client';
export { readRows } from './read-rows';
export { inTransaction } from './transaction';
export { DatabaseUnreachableError, type WaitOptions, waitForDatabase } from './wait';
