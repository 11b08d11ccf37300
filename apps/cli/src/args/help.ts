import type { Command } from './command';
import { HELP, type OptionTable } from './options';

/** The help of one command. */
export function commandHelp(command: Command, group: 'compose' | 'audit' = 'compose'): string {
  const notes = command.notes ? `\n${command.notes.join('\n')}\n` : '';
  const options = optionLines({ ...command.options, ...HELP });
  return `${command.summary}.\n\nUsage: jalon ${group} ${command.name} ${command.usage}\n${notes}\nOptions:\n${options}\n`;
}

/** What the program is, and the list of its commands. */
export function programHelp(commands: readonly Command[], audit: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const listOf = (which: readonly Command[]) =>
    which.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n');
  const list = listOf(commands);
  return `Runs Compose files on a Docker engine as the Jalon platform does: a plan first, then an apply that goes back by
itself when it fails. No server is needed.

Usage: jalon compose COMMAND [OPTIONS] [FILE…]

${list}

Usage: jalon audit COMMAND [OPTIONS], on the database of an installation

${listOf(audit)}

  jalon compose COMMAND --help   says what the command takes
  jalon --version                says which version this is

A stack is named PROJECT-ENVIRONMENT, such as shop-local; that is its name for docker compose as well. Without FILE,
the compose.yaml (or docker-compose.yml) here or in a folder above is read, and its override beside it.

Environment variables:
  DOCKER_HOST           the engine: unix://, tcp:// or ssh://. Default: unix:///var/run/docker.sock
  DOCKER_TLS_VERIFY, DOCKER_CERT_PATH
                        as for docker: ca.pem, cert.pem and key.pem for a tcp:// engine
  JALON_SSH_HOST_KEY    SHA-256 of the host key of an ssh:// engine, as ssh-keygen -lf prints it; the key to sign in
                        with is asked of the agent at SSH_AUTH_SOCK
  COMPOSE_FILE, COMPOSE_PROJECT_NAME, COMPOSE_PROFILES
                        as for docker compose, where no option says otherwise
  DATABASE_URL, DATABASE_URL_FILE
                        the installation's database, for jalon audit: the address, or the file that it is in
  NO_COLOR              no colours
  JALON_DEBUG           the engine's log, and where a mistake of the program happened

Exit codes:
  0   done, or nothing to do        64   the command line is wrong
  1   wrong, refused, or failed     70   a mistake of this program
  2   plan --detailed-exitcode: there is something to do
                                    130  cancelled with Ctrl-C
`;
}

function optionLines(options: OptionTable): string {
  const rows = Object.entries(options).map(([name, { short, value, help, multiple }]) => {
    const left = `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
    return { left, help: multiple ? `${help} (may be repeated)` : help };
  });
  const width = Math.max(...rows.map(({ left }) => left.length));
  return rows.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`).join('\n');
}
