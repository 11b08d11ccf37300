import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from './commands';
import { EXIT } from './exit';
import { Scene } from './testing/scene';

const scene = new Scene();
afterAll(() => scene.close());

describe('the command line', () => {
  it.each(['--help', '-h', 'help', 'compose --help', 'compose -p shop -h'])(
    '%s explains the program',
    async (line) => {
      const { code, out, err } = await scene.run(line);
      expect([code, err]).toEqual([EXIT.ok, '']);
      for (const { name } of COMMANDS) expect(out).toContain(`\n  ${name.padEnd(7)}  `);
    },
  );

  it('says its version', async () => {
    expect(await scene.run('--version')).toEqual({ code: EXIT.ok, out: 'jalon 1.2.3\n', err: '' });
  });

  it.each(COMMANDS.map(({ name }) => name))('compose %s --help tells every option', async (name) => {
    const { code, out } = await scene.run(`compose ${name} --help`);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain(`Usage: jalon compose ${name} `);
    for (const option of Object.keys(COMMANDS.find((command) => command.name === name)?.options ?? {}))
      expect(out).toContain(`--${option}`);
    expect(out.split('\n').every((text) => text.length <= 140)).toBe(true);
  });

  it.each([
    ['', 'Say what to do.'],
    ['deploy', 'There is no "deploy". The commands begin with: jalon compose, jalon audit'],
    ['compose', 'Say what to do with the files.'],
    ['compose start', 'There is no command "start": check, convert, plan, up, ps, logs, down.'],
    ['compose check --what', "Unknown option '--what'."],
    ['compose check --each=yes', "Option '--each' does not take an argument."],
    ['compose plan -p', "Option '-p, --project-name <value>' argument missing."],
    ['compose -p shop check', '"check" has no option --project-name.'],
    [
      'compose plan -p Shop_API',
      '--project-name Shop_API: write 2 to 40 lower-case letters, digits and single dashes, a letter first. Such as shop-api.',
    ],
    [
      'compose plan -e a',
      '--environment a: write 2 to 40 lower-case letters, digits and single dashes, a letter first.',
    ],
    ['compose plan --timeout soon', '--timeout soon: write a time such as 90s or 5m.'],
    ['compose logs -n many', '--tail many: write a whole number.'],
    ['compose up --allow-port http', '--allow-port http: write a port.'],
    ['compose convert --format xml', '--format xml: write yaml or json.'],
    ['compose check - -', 'Standard input (-) can be read once.'],
  ])('"%s" is wrong, and says why', async (line, message) => {
    scene.put('compose.yaml', 'services: { web: { image: web } }\n');
    const { code, out, err } = await scene.run(line);
    expect([code, out]).toEqual([EXIT.usage, '']);
    expect(err).toContain(`jalon: ${message}\n`);
    expect(err).toMatch(/\nHelp: jalon (compose [a-z]+ )?--help\n$/);
  });

  it('tells a mistake of its own as such, without a stack, unless it is asked for', async () => {
    const broken = {
      get COMPOSE_FILE(): string {
        throw new TypeError('no such thing');
      },
    } as unknown as Record<string, string>;
    const { code, err } = await scene.run('compose check', { environment: broken });
    expect(code).toBe(EXIT.bug);
    expect(err).toBe(
      'jalon: This is a mistake of the program, not yours: no such thing\nWith JALON_DEBUG=1 it says where it happened.\n',
    );
    Object.defineProperty(broken, 'JALON_DEBUG', { value: '1' });
    expect((await scene.run('compose check', { environment: broken })).err).toContain('run.test.ts');
  });
});
