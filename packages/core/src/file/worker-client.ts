import type { FileView, LogLine } from '@jalon/contracts';

export interface LogQuery {
  environmentId: string;
  service?: string;
  /** Lines of the past to begin with, for each service. */
  tail: number;
  follow: boolean;
}

export interface FileAddress {
  environmentId: string;
  /** Name in the Compose file. */
  volume: string;
  name: string;
}

/** What the worker serves beside the database: the only way from web to the engine. */
export interface WorkerClient {
  /** @throws DomainError ENGINE_UNREACHABLE · UNAVAILABLE when the worker does not answer */
  logs(query: LogQuery, signal: AbortSignal): AsyncIterable<LogLine | { dropped: number }>;
  listFiles(environmentId: string, volume: string): Promise<FileView[]>;
  readFile(address: FileAddress, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Streams the body on; `size` in bytes. */
  putFile(address: FileAddress, body: ReadableStream<Uint8Array>, size: number): Promise<void>;
}
