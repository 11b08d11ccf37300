import { describe, expect, it } from 'vitest';
import { errorsOf, fileOf, serviceOf, warningsOf } from '../testing';

const mount = (type: string, source: string, target: string, readOnly = false) => ({
  type,
  source,
  target,
  readOnly,
});

describe('volumes', () => {
  it.each([
    ['data:/data', mount('volume', 'data', '/data')],
    ['data:/data:ro', mount('volume', 'data', '/data', true)],
    ['data:/data:rw,z', mount('volume', 'data', '/data')],
    ['/data', mount('volume', '', '/data')],
    ['./here:/data', mount('bind', './here', '/data')],
    ['~/here:/data:ro', mount('bind', '~/here', '/data', true)],
    [
      '/var/run/docker.sock:/var/run/docker.sock',
      mount('bind', '/var/run/docker.sock', '/var/run/docker.sock'),
    ],
    ['{type: volume, source: data, target: /data, read_only: true}', mount('volume', 'data', '/data', true)],
    ['{type: bind, source: /srv, target: /data}', mount('bind', '/srv', '/data')],
    ['{type: tmpfs, target: /tmp}', mount('tmpfs', '', '/tmp')],
    ['{source: data, target: /data}', mount('volume', 'data', '/data')],
  ])('%s', (text, expected) => {
    expect(serviceOf(`volumes:\n  - ${text}`).mounts).toEqual([expected]);
  });

  it('reads tmpfs, one or several', () => {
    expect(serviceOf('tmpfs: /run').mounts).toEqual([mount('tmpfs', '', '/run')]);
    expect(serviceOf('tmpfs: [/run, /tmp]').mounts).toHaveLength(2);
    expect(warningsOf('tmpfs: "/run:size=64m"')[0]).toContain('no effect');
  });

  it.each([
    ['nothing:/data', 'Volume "nothing" is not declared'],
    ['data:data', 'absolute path'],
    ['data:/', 'absolute path'],
    ['data:/a:b:c', 'is no volume'],
    ['data:/data:sync', 'is no mode'],
    ['{type: npipe, source: a, target: /b}', 'not supported'],
    ['{type: volume, source: data, target: /b, volume: {subpath: c}}', 'subpath'],
    ['{type: volume, source: data, destination: /b}', '"destination" is no key'],
  ])('%s is refused', (text, message) => {
    expect(errorsOf(fileOf(`volumes:\n  - ${text}`)).join('\n')).toContain(message);
  });

  it('refuses two mounts at one path', () => {
    expect(errorsOf(fileOf('volumes: ["data:/d", "other:/d"]'))[0]).toContain('Two volumes');
  });
});
