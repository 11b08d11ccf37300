import { describe, expect, it } from 'vitest';
import { checkOrigin } from './check-origin';

const PUBLIC = 'https://jalon.example';
const post = (headers: Record<string, string>): Request =>
  new Request('http://internal:3000/api/trpc/x', { method: 'POST', headers, body: '{}' });
const json = { 'content-type': 'application/json' };

describe('checkOrigin', () => {
  it('lets our own pages through, by the public address or by the host that was asked', () => {
    expect(checkOrigin(post({ ...json, origin: PUBLIC }), PUBLIC)).toBeNull();
    expect(
      checkOrigin(post({ ...json, origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }), PUBLIC),
    ).toBeNull();
  });
  it('lets reading through: it changes nothing', () => {
    expect(checkOrigin(new Request('http://internal:3000/api/trpc/x'), PUBLIC)).toBeNull();
  });
  it.each([
    ['no origin', json],
    ['a foreign origin', { ...json, origin: 'https://evil.example', host: 'jalon.example' }],
    ['an origin that only begins like ours', { ...json, origin: 'https://jalon.example.evil.example' }],
    ['an opaque origin', { ...json, origin: 'null' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC }],
    ['plain text', { 'content-type': 'text/plain', origin: PUBLIC }],
    ['an upload', { 'content-type': 'multipart/form-data; boundary=x', origin: PUBLIC }],
  ])('refuses %s', (_what, headers) => expect(checkOrigin(post(headers), PUBLIC)).toBeTypeOf('string'));
});
