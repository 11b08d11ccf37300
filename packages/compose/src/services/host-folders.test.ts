import { expect, it } from 'vitest';
import { parseStack } from '../parse-stack';

const sourceOf = (volume: string) => {
  const files = new Map([
    ['parts/db/compose.yaml', `services: { db: { image: db, volumes: [ ${volume} ] } }\n`],
  ]);
  const { stack } = parseStack('include: [ parts/db/compose.yaml ]\nservices: {}\n', {}, { files });
  return stack.services.db?.mounts[0];
};

it.each([
  ['./data:/data', './parts/db/data'],
  ['.:/data', './parts/db'],
  ['../shared/:/data', './parts/shared'],
  ['../../..:/data', '..'],
  ['../../../../x:/data', '../../x'],
  ['{ type: bind, source: ./data, target: /data }', './parts/db/data'],
  ['/srv/data:/data', '/srv/data'],
  ['~/data:/data', '~/data'],
])('a folder of the host, in a file further down, begins at that file: %s', (volume, source) => {
  expect(sourceOf(volume)).toMatchObject({ type: 'bind', source });
});

it('leaves the names of volumes as they are', () => {
  const files = new Map([
    ['a/compose.yaml', 'services: { db: { image: db, volumes: ["v:/v"] } }\nvolumes: { v: }\n'],
  ]);
  const { stack } = parseStack('include: [ a/compose.yaml ]\nservices: {}\n', {}, { files });
  expect(stack.services.db?.mounts[0]).toMatchObject({ type: 'volume', source: 'v' });
});

it('leaves a file at the top as it is written', () => {
  const { stack } = parseStack('services: { db: { image: db, volumes: ["./data:/data"] } }\n', {});
  expect(stack.services.db?.mounts[0]?.source).toBe('./data');
});
