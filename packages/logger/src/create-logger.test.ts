import { describe, expect, it } from 'vitest';
import { createLogger } from './create-logger';

/** A logger whose lines are collected, parsed. */
function collect(level: 'info' | 'warn' = 'info') {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('worker', {
    level,
    destination: { write: (line) => lines.push(JSON.parse(line)) },
  });
  return { logger, lines };
}

describe('createLogger', () => {
  it('writes one JSON line with name, level word, time and message', () => {
    const { logger, lines } = collect();
    logger.info({ deploymentId: 'd1' }, 'deployment queued');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      name: 'worker',
      level: 'info',
      deploymentId: 'd1',
      msg: 'deployment queued',
    });
    expect(new Date(String(lines[0]?.time)).getTime()).not.toBeNaN();
  });

  it.each(['password', 'token', 'secret', 'ciphertext', 'authorization', 'databaseUrl'])(
    'never writes the value under %s, however deep',
    (key) => {
      const { logger, lines } = collect();
      logger.info({ [key]: 'hunter2', a: { [key]: 'hunter2', b: { [key]: 'hunter2' } } }, 'x');
      expect(JSON.stringify(lines)).not.toContain('hunter2');
      expect(lines[0]?.[key]).toBe('[redacted]');
    },
  );

  it('keeps silent below its level', () => {
    const { logger, lines } = collect('warn');
    logger.info('quiet');
    logger.warn('loud');
    expect(lines.map((line) => line.msg)).toEqual(['loud']);
  });
});
