/**
 * A Compose file of `size` small services that do nothing and can be killed at once. Every contender reads the
 * same text. `version` is what the first service has in its environment.
 */
export function stackText(size: number, image: string, version = 'first'): string {
  const services = Array.from({ length: size }, (_, index) =>
    [
      `  s${index}:`,
      `    image: ${image}`,
      '    command: ["sleep", "1000000"]',
      '    stop_signal: SIGKILL',
      '    mem_limit: 32m',
      ...(index === 0 ? [`    environment: { VERSION: "${version}" }`] : []),
    ].join('\n'),
  );
  return `services:\n${services.join('\n')}\n`;
}
