import { describe, expect, it } from 'vitest';
import { mapError } from './map-error';

/** An error as docker-modem makes it. */
function refused(statusCode: number, message: string): Error {
  const text = `(HTTP code ${statusCode}) server error - ${message} `;
  return Object.assign(new Error(text), { statusCode, json: { message } });
}

const map = (error: unknown) => mapError(error, 'unix:///d.sock', 'start container x');

describe('mapError', () => {
  it.each([
    'driver failed programming external connectivity on endpoint x (1f): Bind for 127.0.0.1:8080 failed: port is already allocated',
    'driver failed programming external connectivity on endpoint x (1f): Error starting userland proxy: listen tcp4 127.0.0.1:8080: bind: address already in use',
  ])('names the port that is taken', (message) => {
    const error = map(refused(500, message));
    expect(error.code).toBe('PORT_TAKEN');
    expect(error.message).toContain('127.0.0.1:8080');
  });

  it.each([
    ['No such image: acme/model:3', 'acme/model:3'],
    [
      'pull access denied for acme/model, repository does not exist or may require docker login',
      'acme/model',
    ],
    ['manifest for acme/model:3 not found: manifest unknown', 'acme/model:3'],
  ])('names the image that is missing: %s', (message, image) => {
    const error = map(refused(404, message));
    expect(error.code).toBe('IMAGE_NOT_FOUND');
    expect(error.message).toContain(`“${image}”`);
  });

  it('says which script makes a base image of ours', () => {
    const error = map(refused(404, 'No such image: jalon/python-base:bookworm'));
    expect(error.message).toContain('docker/base/make-python-base.sh');
  });

  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOENT',
    'EPIPE',
    'EACCES',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'HPE_INVALID_CONSTANT',
  ])('takes %s for an engine that is not reachable', (code) => {
    expect(map(Object.assign(new Error('x'), { code })).code).toBe('ENGINE_UNREACHABLE');
  });

  it.each([
    [404, 'No such container: x', 'NOT_FOUND'],
    [409, 'Conflict. The container name "/x" is already in use', 'CONFLICT'],
    [400, 'invalid mount config', 'ENGINE_REFUSED'],
    [500, 'write /var/lib/docker/x: no space left on device', 'ENGINE_REFUSED'],
    [
      404,
      'could not find an available, non-overlapping IPv4 address pool among the defaults',
      'ENGINE_REFUSED',
    ],
  ])('maps status %i “%s” to %s', (status, message, code) => {
    expect(map(refused(status, message)).code).toBe(code);
  });

  it('says what to do when the disk is full', () => {
    expect(map(refused(500, 'mkdir /x: no space left on device')).message).toContain(
      'disk of the host is full',
    );
  });

  it('names the command that cannot be run', () => {
    const message =
      'OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "nope": executable file not found in $PATH: unknown';
    expect(map(refused(400, message)).message).toContain(
      '“nope” cannot be run (executable file not found in $PATH)',
    );
  });
});
