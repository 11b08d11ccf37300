import type Docker from 'dockerode';

export interface DialRequest {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, unknown>;
  body?: object;
  stream?: boolean;
  abortSignal: AbortSignal;
}

const ANY_SUCCESS = { 200: true, 201: true, 204: true };

/** A request in the engine's own terms, for the few answers that dockerode leaves out or would collect in memory. */
export function dial<T>(docker: Docker, request: DialRequest): Promise<T> {
  const options = {
    path: `${request.path}?`,
    method: request.method,
    options: { _query: request.query ?? {}, _body: request.body ?? {} },
    isStream: request.stream ?? false,
    abortSignal: request.abortSignal,
    statusCodes: ANY_SUCCESS,
  };
  return new Promise<T>((resolve, reject) => {
    docker.modem.dial(options, (error: Error | null, answer: unknown) =>
      error ? reject(error) : resolve(answer as T),
    );
  });
}
