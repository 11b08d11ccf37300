import { appRouter, createCaller } from '@jalon/api';
import {
  createServer,
  handleAttachmentRequest,
  handleAuditExportRequest,
  handleExportRequest,
  handleFileRequest,
  handleHealthRequest,
  handleSamplesRequest,
  handleTrpcRequest,
} from '@jalon/api/server';
import { deriveKey, readWebConfig } from '@jalon/config';
import type { Backend } from './backend';

/** The one place where the web process is put together. Imported by instrumentation.ts alone: see docs/decisions/0018. */
export function compose(): Backend {
  const { secret, ...config } = readWebConfig(process.env);
  // next-auth takes the public address from here and from nowhere else.
  process.env.NEXTAUTH_URL = config.url;
  const server = createServer({
    ...config,
    keys: {
      session: deriveKey(secret, 'session'),
      stream: deriveKey(secret, 'stream'),
      gateway: deriveKey(secret, 'gateway'),
      variables: deriveKey(secret, 'variables'),
    },
  });
  // A database that is down now is said by the first request, and read then.
  server.readAhead().catch((error: unknown) => server.logger.info({ err: error }, 'nothing was read ahead'));
  return {
    server,
    router: appRouter,
    createCaller,
    answerTrpc: (request) => handleTrpcRequest(server, request, '/api/trpc'),
    answerHealth: () => handleHealthRequest(server),
    answerFile: (request) => handleFileRequest(server, request),
    answerExport: (request) => handleExportRequest(server, request),
    answerSamples: (request, kpi) => handleSamplesRequest(server, request, kpi),
    answerAttachment: (request) => handleAttachmentRequest(server, request),
    answerAuditExport: (request) => handleAuditExportRequest(server, request),
  };
}
