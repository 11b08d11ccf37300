/**
 * A Compose file of `size` small services that do nothing and can be killed at once. Every contender reads the
 * same text.
 */
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
