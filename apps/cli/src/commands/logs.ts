import { isDomainError } from '@jalon/contracts';
import type { LogEntry } from '@jalon/docker';
import type { Command } from '../args/command';
import { FILES, NAMES, type OptionTable, TIMEOUT } from '../args/options';
import { EXIT } from '../exit';
import type { Io } from '../io';
import { STANDARD_INPUT } from '../stack/find-files';
import { requireServices } from '../stack/stack-name';
import { type Paint, paintFor, type Style } from '../view/colours';
import { plain } from '../view/plain';
import { withStanding } from './name-command';
import { signalFor } from './stack-command';

/** Here -f follows, as everywhere where there are logs. */
const FILES_WITHOUT_SHORT: OptionTable = {
  ...FILES,
  file: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    help: FILES.file?.help.replace(/ Same.*/, '') ?? '',
  },
};
const DEFAULT_LINES = 100;

/** `jalon compose logs`: what the services print. */
export const logs: Command = {
  name: 'logs',
  summary: 'Print what the services print, merged in the order of time',
  usage: '[OPTIONS] [SERVICE…] [FILE…]',
  notes: [
    'A word that ends in .yaml or .yml, or is -, is a file; every other is a service. Without any, all services are meant.',
    'With --project-name no file is needed.',
  ],
  options: {
    follow: { type: 'boolean', short: 'f', help: 'Go on with what is printed from now on, until Ctrl-C' },
    tail: {
      type: 'string',
      short: 'n',
      value: 'LINES',
      help: `Lines of each service. Default: ${DEFAULT_LINES}`,
    },
    timestamps: { type: 'boolean', short: 't', help: 'The time before each line' },
    'no-prefix': { type: 'boolean', help: 'Without the name of the service' },
    ...NAMES,
    ...FILES_WITHOUT_SHORT,
    ...TIMEOUT,
  },
  run: (io, given) => {
    const isFile = (word: string): boolean => word === STANDARD_INPUT || /\.ya?ml$/.test(word);
    const wanted = given.positionals.filter((word) => !isFile(word));
    const tail = given.count('tail', DEFAULT_LINES);
    const { signal, timedOut } = signalFor(io, given);
    return withStanding(io, given, given.positionals.filter(isFile), async ({ engine, target, local }) => {
      const { environmentId } = target;
      const { containers } = await engine.observe({ environmentId, images: [] }, { signal });
      const there = containers.filter(({ kind }) => kind === 'service').map(({ service }) => service);
      const known = [...new Set([...there, ...Object.keys(local?.stack.services ?? {})])];
      requireServices(wanted, known);
      const services = wanted.length > 0 ? { services: wanted } : {};
      const print = printer(io, wanted.length > 0 ? wanted : known, {
        timestamps: given.flag('timestamps'),
        prefix: !given.flag('no-prefix'),
      });
      const request = { environmentId, ...services, tail, follow: given.flag('follow'), signal };
      try {
        for await (const batch of engine.logs(request)) print(batch);
      } catch (error) {
        if (!signal.aborted || !isDomainError(error)) throw error;
      }
      // Whoever follows ends it with Ctrl-C: that is no failure.
      return given.flag('follow') || timedOut() || !signal.aborted ? EXIT.ok : EXIT.cancelled;
    });
  },
};

const STYLES: readonly Style[] = ['cyan', 'green', 'yellow', 'magenta', 'blue'];

function printer(
  io: Io,
  services: readonly string[],
  { timestamps, prefix }: { timestamps: boolean; prefix: boolean },
): (batch: readonly LogEntry[]) => void {
  const paint: Paint = paintFor(io.out, io);
  const order = [...services].sort();
  const width = Math.max(0, ...services.map((name) => name.length));
  const lineOf = (entry: LogEntry): string => {
    if ('dropped' in entry)
      return `… ${entry.dropped} lines left out: they came faster than they could be shown\n`;
    const { service, at, line } = entry;
    const style = STYLES[Math.max(order.indexOf(service), 0) % STYLES.length] ?? 'cyan';
    const who = prefix ? `${paint(style, `${service.padEnd(width)} |`)} ` : '';
    // In a terminal a line may not move the cursor; what is piped goes on as it came.
    return `${who}${timestamps ? `${at} ` : ''}${io.out.isTerminal ? plain(line) : line}\n`;
  };
  return (batch) => io.out.write(batch.map(lineOf).join(''));
}
