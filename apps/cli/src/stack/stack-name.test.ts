import { expect, it } from 'vitest';
import { Given } from '../args/given';
import type { Io } from '../io';
import { localEnvironmentId, nameStack } from './stack-name';

const io = (environment: Record<string, string> = {}): Io => ({ environment }) as unknown as Io;
const name = (
  values: Record<string, string>,
  source = { name: null as string | null, folder: '/srv/My Shop_2' },
  environment = {},
) => nameStack(io(environment), new Given(values, []), source);

it('is the project that was named, else that of the environment, of the file, of the folder; and the environment', () => {
  const source = { name: 'From File', folder: '/srv/folder' };
  const environment = { COMPOSE_PROJECT_NAME: 'From_Environment' };
  expect(name({ 'project-name': 'typed', environment: 'test' }, source, environment).projectName).toBe(
    'typed-test',
  );
  expect(name({}, source, environment).projectName).toBe('from-environment-local');
  expect(name({}, source).projectName).toBe('from-file-local');
  expect(name({}).projectName).toBe('my-shop-2-local');
  expect(() => name({}, { name: null, folder: '/' })).toThrow('Give it one with --project-name.');
});

it('has an id that is the same for ever, of a version that the platform never draws, and another for each stack', () => {
  // Written down: stacks that run have these in their labels.
  expect(localEnvironmentId('shop', 'local')).toBe('f351eb9a-154b-5d8d-8ff3-e039e13b9a0d');
  expect(localEnvironmentId('shop', 'local')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  const ids = [
    ['a', 'b-c'],
    ['a-b', 'c'],
    ['a', 'b'],
  ].map(([project = '', environment = '']) => localEnvironmentId(project, environment));
  expect(new Set(ids).size).toBe(3);
});
