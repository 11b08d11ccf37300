import type { Server } from './create-server';

/** 200 when this process and its database answer, 503 and why when they do not. For whatever watches. */
export async function handleHealthRequest(server: Pick<Server, 'checkHealth' | 'logger'>): Promise<Response> {
  try {
    await server.checkHealth();
    return Response.json({ status: 'ok' });
  } catch (error) {
    server.logger.warn({ err: error }, 'health check: the database does not answer');
    return Response.json({ status: 'unavailable', reason: 'The database does not answer.' }, { status: 503 });
  }
}
