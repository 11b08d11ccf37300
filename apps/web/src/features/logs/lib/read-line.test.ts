import { describe, expect, it } from 'vitest';
import { readLine } from './read-line';

describe('readLine', () => {
  it('takes message and level out of a JSON line', () => {
    expect(readLine('{"level":"WARNING","message":"slow","x":1}')).toEqual({
      level: 'warn',
      message: 'slow',
    });
    expect(readLine('{"level":50,"msg":"broke"}')).toEqual({ level: 'error', message: 'broke' });
    expect(readLine('{"level":20,"msg":"detail"}').level).toBe('debug');
  });

  it('shows a JSON line without a message as it is', () => {
    expect(readLine('{"a":1}')).toEqual({ level: 'info', message: '{"a":1}' });
  });

  it('finds the level in plain text', () => {
    expect(readLine('2026-01-01 ERROR: no space').level).toBe('error');
    expect(readLine('LOG:  database system is ready').level).toBe('info');
    expect(readLine('Traceback (most recent call last):').level).toBe('error');
    expect(readLine('[W 17:40:24.755 NotebookApp] open to all').level).toBe('warn');
    expect(readLine('[I 17:40:24.755 NotebookApp] error log opened').level).toBe('info');
    expect(readLine('hello').level).toBe('info');
    expect(readLine('{not json').level).toBe('info');
  });
});
