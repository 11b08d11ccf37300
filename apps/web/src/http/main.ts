import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { backendStarted } from '../server/backend';
import { answerProcedures, isForProcedures } from './answer-procedures';
import { giveBackAtRest } from './memory-at-rest';
import { sendResponse } from './send-response';
import { isForStaticFiles, staticFiles } from './static-files';

// The web process: procedures, the files for browsers and its health are answered here, all else by Next. Built beside the standalone
// server that Next makes, which it takes the place of: see docs/decisions/0046.

/** Until then, what is being answered at a signal to end is answered. */
const LAST_ANSWERS_MS = 3_000;

const isForHealth = ({ method, url }: IncomingMessage): boolean => method === 'GET' && url === '/api/health';

const dir = import.meta.dirname;
process.chdir(dir);
const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOSTNAME ?? '0.0.0.0';
const { config } = JSON.parse(readFileSync(join(dir, '.next/required-server-files.json'), 'utf8'));
// Next reads from here what its own standalone server would have said.
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);

const app = next({ dev: false, dir, hostname, port, conf: config });
await app.prepare();
const backend = await backendStarted();
const answerPage = app.getRequestHandler();
const answerFile = staticFiles(join(dir, '.next/static'), answerPage);

const server = createServer(async (request, response) => {
  try {
    if (isForProcedures(request)) await answerProcedures(backend, request, response);
    else if (isForStaticFiles(request)) await answerFile(request, response);
    else if (isForHealth(request)) await sendResponse(request, response, await backend.answerHealth());
    else await answerPage(request, response);
  } catch (error) {
    backend.server.logger.error({ err: error, url: request.url }, 'a request failed');
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  }
});
server.on('error', (error) => {
  backend.server.logger.fatal({ err: error, port, hostname }, 'the web process cannot listen');
  process.exit(1);
});
server.listen(port, hostname);
giveBackAtRest();

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(code));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
  });
}
