// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { readFileSync } from 'node:fs';
import type { StackModel } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseDocument } from 'yaml';
import { parse } from '../compose-file';
import { normalize } from '../normalize';
import { parseStack } from '../parse-stack';
import { stackModels } from '../testing/stack-models';
import { toCompose } from './to-compose';

// A law takes hundreds of runs; a busy machine may need a while for them.
vi.setConfig({ testTimeout: 60_000 });

const variables = { PASSWORD: 'hunter2', DATABASE_PASSWORD: 'secret' };
const files = new Map([['conf/a.txt', 'from a file']]);
const again = (stack: StackModel) => normalize(parse(toCompose(stack), variables, { files })).stack;

describe('toCompose', () => {
  it('gives a file that means the same, for any stack', () => {
    fc.assert(
      fc.property(stackModels({ PASSWORD: 'hunter2' }, files), (stack) => {
        expect(again(stack)).toEqual(stack);
      }),
      { numRuns: 150 },
    );
  });

  it('gives a file that YAML 1.1 and YAML 1.2 read alike', () => {
    fc.assert(
      fc.property(stackModels({ PASSWORD: 'hunter2' }, files), (stack) => {
        const text = toCompose(stack).replace(/^(\s+mode:) 0\d+$/gm, '$1 "bits"');
        const read = (version: '1.1' | '1.2') => parseDocument(text, { version }).toJS();
        expect(read('1.1')).toEqual(read('1.2'));
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    'samples/credit-scoring/compose.yaml',
    'docker/catalog/postgresql/compose.yaml',
    'docker/catalog/jupyterlab/compose.yaml',
    'docker/catalog/python-model/compose.yaml',
  ])('keeps %s', (path) => {
    const text = readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
    const { stack } = parseStack(text, variables);
    expect(again(stack)).toEqual(stack);
  });

  it('names a secret and does not tell it', () => {
    const text = 'services: {a: {image: a, secrets: [s]}}\nsecrets: {s: {environment: PASSWORD}}';
    const written = toCompose(parseStack(text, variables).stack);
    expect(written).not.toContain('hunter2');
    expect(written).toContain('environment: PASSWORD');
  });

  it('writes what a person would', () => {
    const text = `services:
  web:
    image: web:1
    ports: ["127.0.0.1:8080:80"]
    environment: {PRICE: 5$$, ON: "yes"}
    networks: [front]
    depends_on: [db]
    restart: unless-stopped
    secrets: [{source: s, mode: 0400}]
    deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 1, capabilities: [gpu]}]}}}
  db: {image: "db:1", volumes: ["data:/data"], networks: {front: {aliases: [database]}}}
networks: {front: }
volumes: {data: }
secrets: {s: {file: conf/a.txt}}
`;
    expect(toCompose(parseStack(text, {}, { files }).stack)).toMatchInlineSnapshot(`
      "services:
        web:
          image: "web:1"
          environment:
            - "PRICE=5$$"
            - "ON=yes"
          ports:
            - target: 80
              published: 8080
              host_ip: "127.0.0.1"
              protocol: tcp
          networks:
            front: null
          depends_on:
            db:
              condition: service_started
          restart: unless-stopped
          secrets:
            - source: s
              target: /run/secrets/s
              uid: "0"
              gid: "0"
              mode: 0400
          deploy:
            resources:
              reservations:
                devices:
                  - driver: nvidia
                    count: 1
                    capabilities:
                      - gpu
        db:
          image: "db:1"
          volumes:
            - type: volume
              source: data
              target: /data
          networks:
            front:
              aliases:
                - database
      networks:
        front: {}
      volumes:
        data: {}
      secrets:
        s:
          file: "./conf/a.txt"
      "
    `);
  });
});
