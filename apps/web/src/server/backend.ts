import type { ApiContext, AppRouter, createCaller } from '@jalon/api';
import type { Server } from '@jalon/api/server';

/** All that pages and routes ask of the platform's code. Its types alone are known here: see docs/decisions/0018. */
export interface Backend {
  server: Server;
  router: AppRouter;
  /** Calls procedures directly, through the same checks. */
  createCaller(context: ApiContext): ReturnType<typeof createCaller>;
  /** Answers a request for procedures. */
  answerTrpc(request: Request): Promise<Response>;
  /** Says whether this process and its database answer. */
  answerHealth(): Promise<Response>;
  /** Answers a request for a file of a volume. */
  answerFile(request: Request): Promise<Response>;
  /** Answers a request for the list of use cases as a file. */
  answerExport(request: Request): Promise<Response>;
  /** Answers a machine that pushes samples of a KPI, by its key or id. */
  answerSamples(request: Request, kpi: string): Promise<Response>;
  /** Answers a request for a document of a use case, or one that adds one. */
  answerAttachment(request: Request): Promise<Response>;
  /** Answers a request for the audit log as a file. */
  answerAuditExport(request: Request): Promise<Response>;
}

/** The bundler makes several copies of this module, one for each kind of entry; they share the process. */
const holder = globalThis as typeof globalThis & {
  jalonBackend?: Backend;
  jalonBackendStarted?: (backend: Backend) => void;
};

/** Makes the backend, once per process. */
export function startBackend(compose: () => Backend): void {
  holder.jalonBackend ??= compose();
  holder.jalonBackendStarted?.(holder.jalonBackend);
}

/** The backend, as soon as it is there: Next runs instrumentation.ts in its own time. */
export function backendStarted(): Promise<Backend> {
  return new Promise((resolve) => {
    if (holder.jalonBackend) resolve(holder.jalonBackend);
    else holder.jalonBackendStarted = resolve;
  });
}

/** The backend that `instrumentation.ts` started before anything was asked. */
export function getBackend(): Backend {
  if (!holder.jalonBackend) throw new Error('The backend was not started: see src/instrumentation.ts.');
  return holder.jalonBackend;
}
