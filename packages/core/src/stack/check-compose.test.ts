// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { describe, expect, it } from 'vitest';
import { checkCompose } from './check-compose';

const MAIN = `include: [parts/db.yaml]
services:
  web: {image: "web:\${TAG}", env_file: app.env, extends: {file: base.yaml, service: base}}
`;
const FILES = {
  'parts/db.yaml': 'services: {db: {image: "db:${DB_TAG}", user: "${DB_USER:?who}"}}\n',
  'base.yaml': 'services: {base: {image: base, working_dir: /srv}}\n',
  'app.env': 'COLOUR=$TAG\n',
};

describe('checkCompose with the files of a project', () => {
  it('reads include, extends and env_file from them', () => {
    const check = checkCompose({ composeText: MAIN, files: FILES }, { TAG: '7', DB_TAG: '8', DB_USER: 'me' });
    expect(check).toMatchObject({ problems: [], warnings: [], missingVariables: [] });
    expect(check.stack?.services.web).toMatchObject({
      image: 'web:7',
      workingDir: '/srv',
      environment: { COLOUR: '7' },
    });
    expect(check.stack?.services.db).toMatchObject({ image: 'db:8', user: 'me' });
  });

  it('asks for the variables of an included file as it does for those of the main one', () => {
    const check = checkCompose({ composeText: MAIN, files: FILES }, {});
    expect(check.missingVariables.sort()).toEqual(['DB_TAG', 'DB_USER', 'TAG']);
    expect(check).toMatchObject({ problems: [], warnings: [] });
    expect(check.stack).not.toBeNull();
  });

  it('takes what .env sets, unless the environment sets it', () => {
    const files = { ...FILES, '.env': 'TAG=1\nDB_TAG=2\nDB_USER=u\n' };
    const check = checkCompose({ composeText: MAIN, files }, { DB_TAG: '9' });
    expect(check.missingVariables).toEqual([]);
    expect(check.stack?.services.web?.image).toBe('web:1');
    expect(check.stack?.services.db?.image).toBe('db:9');
  });

  it('names a file that is not there, and the file in which something is wrong', () => {
    const without = checkCompose({ composeText: MAIN, files: {} }, { TAG: '1' });
    expect(without.problems.map(({ message }) => message).join()).toContain(
      '"app.env" is no file of this project',
    );
    const files = { ...FILES, 'app.env': 'COLOUR=1\nnot a line\n' };
    expect(checkCompose({ composeText: MAIN, files }, {}).problems).toMatchObject([
      { file: 'app.env', line: 2 },
    ]);
  });
});
