import { DomainError } from '@jalon/contracts';
import { TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ApiContext } from './context';
import { toApiError } from './errors';
import { publicProcedure } from './procedure';
import { trpc } from './trpc';

const router = trpc.router({
  bug: publicProcedure.query(() => {
    throw new Error('connect ECONNREFUSED postgres://jalon:hunter2@10.0.0.7');
  }),
  domain: publicProcedure.query(() => {
    throw new DomainError('PORT_TAKEN', 'Port 8080 is taken.', [{ path: 'ports.0', message: 'taken' }]);
  }),
  input: publicProcedure.input(z.object({ age: z.number() })).query(() => 'never'),
});

async function ask(path: string, input?: unknown) {
  const error = vi.fn();
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
  const response = await fetchRequestHandler({
    endpoint: '/t',
    req: new Request(`http://x/t/${path}${query}`),
    router,
    createContext: () => ({ core: { logger: { error } } }) as unknown as ApiContext,
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text).error?.json, error };
}

describe('what leaves the API when something fails', () => {
  it('says nothing of a bug but an id, under which it is in the log', async () => {
    const { status, text, body, error } = await ask('bug');
    expect(status).toBe(500);
    expect(text).not.toMatch(/hunter2|ECONNREFUSED|10\.0\.0\.7|\.ts:/);
    expect(body.data).toMatchObject({ code: 'INTERNAL', details: [] });
    expect(body.message).toContain(body.data.errorId);
    expect(error).toHaveBeenCalledOnce();
    expect(error.mock.calls[0]?.[0]).toMatchObject({ errorId: body.data.errorId, path: 'bug' });
    expect(String(error.mock.calls[0]?.[0].err)).toContain('ECONNREFUSED');
  });

  it('carries the code, the message and the details of an error of ours', async () => {
    const { status, body, error } = await ask('domain');
    expect(status).toBe(409);
    expect(body.message).toBe('Port 8080 is taken.');
    expect(body.data).toMatchObject({
      code: 'PORT_TAKEN',
      details: [{ path: 'ports.0', message: 'taken' }],
      errorId: null,
    });
    expect(error).not.toHaveBeenCalled();
  });

  it('names the field that a schema refused', async () => {
    const { status, body } = await ask('input', { age: 'old' });
    expect(status).toBe(400);
    expect(body.data).toMatchObject({ code: 'VALIDATION', errorId: null });
    expect(body.data.details).toEqual([{ path: 'age', message: expect.any(String) }]);
  });

  it('answers “not found” for a procedure that does not exist', async () => {
    expect(await ask('nothing')).toMatchObject({ status: 404, body: { data: { code: 'NOT_FOUND' } } });
  });

  it('masks also what tRPC calls an internal error', () => {
    const onMasked = vi.fn();
    const safe = toApiError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'secret' }), onMasked);
    expect(safe.message).not.toContain('secret');
    expect(onMasked).toHaveBeenCalledOnce();
  });
});
