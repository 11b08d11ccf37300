import { randomUUID } from 'node:crypto';
import type { StackTarget } from '@jalon/contracts';

/** A Compose file of `size` small services that do nothing. Compose and Jalon read the same text. */
export function stackText(size: number, image: string): string {
  const services = Array.from({ length: size }, (_, index) =>
    [
      `  s${index}:`,
      `    image: ${image}`,
      '    command: ["sleep", "1000000"]',
      '    stop_signal: SIGKILL',
      '    mem_limit: 32m',
    ].join('\n'),
  );
  return `services:\n${services.join('\n')}\n`;
}

/** An environment that nothing else on the engine belongs to. */
export function benchTarget(): StackTarget {
  const project = `bench-${randomUUID().slice(0, 8)}`;
  return {
    environmentId: randomUUID(),
    project,
    environment: 'sandbox',
    projectName: `${project}-sandbox`,
    revision: 1,
  };
}
