import { describe, expect, it } from 'vitest';
import { parseStack } from '../parse-stack';
import { errorsOf } from '../testing';

const files = new Map([['keys/a.txt', 'from a file']]);
const read = (service: string, top: string, variables: Record<string, string> = {}) =>
  parseStack(`services: {web: {image: a, ${service}}}\n${top}`, variables, { files }).stack;

describe('secrets and configs', () => {
  it('are read from a variable, a file of the project and the text itself', () => {
    const top =
      'secrets: {s: {environment: PASSWORD}, f: {file: ./keys/a.txt}}\nconfigs: {c: {content: "port: 80"}}';
    const stack = read('secrets: [s, f], configs: [c]', top, { PASSWORD: 'hunter2' });
    expect(stack.secrets).toEqual({
      s: { name: 's', from: 'environment', origin: 'PASSWORD', content: 'hunter2' },
      f: { name: 'f', from: 'file', origin: 'keys/a.txt', content: 'from a file' },
    });
    expect(stack.configs.c).toMatchObject({ from: 'content', content: 'port: 80' });
    expect(stack.services.web?.secrets.map(({ target, mode }) => [target, mode])).toEqual([
      ['/run/secrets/s', 0o444],
      ['/run/secrets/f', 0o444],
    ]);
    expect(stack.services.web?.configs[0]?.target).toBe('/c');
  });

  it('take target, owner and mode in the long form', () => {
    const grant = 'secrets: [{source: s, target: db, uid: "70", gid: "71", mode: 0400}]';
    expect(read(grant, 'secrets: {s: {file: keys/a.txt}}').services.web?.secrets).toEqual([
      { source: 's', target: '/run/secrets/db', uid: 70, gid: 71, mode: 0o400 },
    ]);
  });

  it('want their variable', () => {
    expect(() => read('secrets: [s]', 'secrets: {s: {environment: NONE}}')).toThrowError(
      expect.objectContaining({ code: 'VARIABLE_MISSING', message: expect.stringContaining('NONE') }),
    );
  });

  it.each([
    ['secrets: [{source: s, target: ../x}]', 'no path of a file'],
    ['secrets: [{source: s, target: /a/}]', 'no path of a file'],
    ['secrets: [{source: s, mode: 440}]', 'leading zero'],
    ['secrets: [{source: s, uid: root}]', 'whole number'],
    ['secrets: [{target: x}]', 'needs "source"'],
    ['secrets: [s, {source: s}]', 'Two secrets'],
    ['secrets: [s], tmpfs: /run', 'inside of what is mounted at /run'],
    ['secrets: [s], read_only: true', 'read_only'],
    ['configs: [{source: c, target: /data/x}], volumes: ["/data"]', 'inside of what is mounted at /data'],
  ])('%s is refused', (service, reason) => {
    const text = `services:\n  web: {image: a, ${service}}\nsecrets: {s: {environment: S}}\nconfigs: {c: {content: x}}\n`;
    expect(errorsOf(text, { S: 'x' }).join()).toContain(reason);
  });

  it('never appear in a message', () => {
    const text = `services:\n  web: {image: a, secrets: [s], read_only: true, user: "\${S}", ports: ["\${S}"]}\nsecrets: {s: {environment: S}}\n`;
    expect(errorsOf(text, { S: 'hunter2' }).join()).not.toContain('hunter2');
  });
});
