import type { IncomingMessage, ServerResponse } from 'node:http';
import { incomingMessageToRequest } from '@trpc/server/adapters/node-http';
import type { Backend } from '../server/backend';
import { sendResponse } from './send-response';

const PATH = '/api/trpc/';

/** Whether a request is for procedures, which `answerProcedures` answers. */
export const isForProcedures = (request: IncomingMessage): boolean => request.url?.startsWith(PATH) ?? false;

/**
 * Answers a request for procedures without Next, which has nothing to add to it: see docs/decisions/0046. An address
 * that is none is answered with 400.
 */
export async function answerProcedures(
  { answerTrpc }: Pick<Backend, 'answerTrpc'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = toRequest(request, response);
  const answer = asked ? await answerTrpc(asked) : new Response(null, { status: 400 });
  await sendResponse(request, response, answer);
}

function toRequest(request: IncomingMessage, response: ServerResponse): Request | null {
  try {
    return incomingMessageToRequest(request, response, { maxBodySize: null });
  } catch {
    // A host name or a path of which no address can be made.
    return null;
  }
}
