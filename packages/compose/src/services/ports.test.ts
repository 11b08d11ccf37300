// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { describe, expect, it } from 'vitest';
import { errorsOf, fileOf, serviceOf } from '../testing';

const port = (published: number | null, target: number, hostIp = '0.0.0.0', protocol = 'tcp') => ({
  hostIp,
  published,
  target,
  protocol,
});

describe('ports', () => {
  it.each([
    ['80', [port(null, 80)]],
    ['8080:80', [port(8080, 80)]],
    ['127.0.0.1:8080:80', [port(8080, 80, '127.0.0.1')]],
    ['127.0.0.1::80', [port(null, 80, '127.0.0.1')]],
    ['localhost:8080:80', [port(8080, 80, '127.0.0.1')]],
    ['[::1]:53:53/udp', [port(53, 53, '::1', 'udp')]],
    ['3000-3001', [port(null, 3000), port(null, 3001)]],
    ['9000-9001:80-81', [port(9000, 80), port(9001, 81)]],
    ['${PORT:-18080}:8000', [port(18080, 8000)]],
  ])('short %s', (text, expected) => {
    expect(serviceOf(`ports: ["${text}"]`).ports).toEqual(expected);
  });

  it('takes a number, and the long form', () => {
    const long = '{target: 80, published: "8080", host_ip: 127.0.0.1, protocol: udp, mode: host}';
    expect(serviceOf(`ports: [80, ${long}]`).ports).toEqual([
      port(null, 80),
      port(8080, 80, '127.0.0.1', 'udp'),
    ]);
  });

  it.each([
    ['"web:80"', 'is no port'],
    ['"70000:80"', 'is no port'],
    ['"8080:0"', 'is no port'],
    ['"0"', 'is no port'],
    ['"8000-9000:80"', 'range of more than'],
    ['"8000-8001:80"', 'cannot be paired'],
    ['"81-80:81-80"', 'from low to high'],
    ['"80:80/sctp"', 'not supported'],
    ['{published: 80}', 'needs "target"'],
    ['{target: 80, publish: 8080}', '"publish" is no key of a port'],
  ])('%s is refused', (text, message) => {
    const errors = errorsOf(fileOf(`ports:\n  - ${text}`));
    expect(errors[0]).toContain(message);
    expect(errors[0]).toMatch(/^5:\d+ services\.web\.ports\[0\]/);
  });

  it('reads expose', () => {
    expect(serviceOf('expose: ["8000", 9000-9001, "53/udp"]').expose).toEqual([8000, 9000, 9001, 53]);
  });
});
