import { isDomainError } from '@jalon/contracts';
import { expect, it } from 'vitest';
import { parseStack, type StackOptions } from '../parse-stack';

const contextOf = (build: string, options: StackOptions = {}) =>
  parseStack(`services:\n  api:\n    build: ${build}\n`, {}, { folderBuilds: true, ...options }).stack
    .services.api?.build?.context;

function complaint(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isDomainError(error)) return error.message;
    throw error;
  }
  return 'none';
}

it.each([
  ['.', 'project://'],
  ['./api', 'project://api'],
  ['services/../api/', 'project://api'],
  ['{ context: ./web, dockerfile: docker/Dockerfile }', 'project://web'],
  ['{ dockerfile: Dockerfile }', 'project://'],
  ['jalon://model-template', 'jalon://model-template'],
])('a build context may be a folder of the project: %s', (build, context) => {
  expect(contextOf(build)).toBe(context);
});

it.each([
  '..',
  './api/../..',
  '/srv/api',
  'https://example.com/api.git',
  'git@example.com:api',
  '~/api',
  'project://api',
])('no other: %s', (build) => {
  expect(complaint(() => contextOf(build))).toMatch(
    /^Line 3, column 12: Build context .* cannot be reached: /,
  );
});

it('begins at the folder of the file that it is written in', () => {
  const files = new Map([['parts/db.yaml', 'services:\n  db:\n    build: ./image\n']]);
  const { stack } = parseStack(
    'include: [ parts/db.yaml ]\nservices: {}\n',
    {},
    { folderBuilds: true, files },
  );
  expect(stack.services.db?.build?.context).toBe('project://parts/image');
});

it('none may where no folder is at hand', () => {
  expect(complaint(() => contextOf('./api', { folderBuilds: false }))).toContain(
    'a stack has no folder of its own',
  );
});
