export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

export interface ReadLine {
  level: Level;
  message: string;
}

/** A log line as a person reads it: the message of a JSON line, else the line itself; and how grave it is. Pure. */
export function readLine(line: string): ReadLine {
  const json = line.startsWith('{') ? parse(line) : null;
  if (!json) return { level: levelOfText(line), message: line };
  const message = [json.message, json.msg, json.event].find(
    (candidate): candidate is string => typeof candidate === 'string' && candidate !== '',
  );
  return { level: levelOfJson(json), message: message ?? line };
}

function parse(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Words, and pino's numbers. */
function levelOfJson(json: Record<string, unknown>): Level {
  const level = json.level ?? json.severity ?? json.levelname;
  if (typeof level === 'number')
    return level >= 50 ? 'error' : level >= 40 ? 'warn' : level >= 30 ? 'info' : 'debug';
  return levelOfWord(typeof level === 'string' ? level : '') ?? 'info';
}

/** By the first word that names a level. Many programs write all they say to standard error: that alone is none. */
function levelOfText(line: string): Level {
  // Jupyter and others of its family: [W 17:40:24.755 NotebookApp] …
  const letter = /^\[([DIWEC]) \d/.exec(line)?.[1];
  if (letter) return letter === 'W' ? 'warn' : letter === 'D' ? 'debug' : letter === 'I' ? 'info' : 'error';
  const word = /\b(debug|trace|info|log|warn(?:ing)?|error|err|fatal|critical|panic|traceback)\b/i.exec(
    line,
  )?.[1];
  return levelOfWord(word ?? '') ?? 'info';
}

function levelOfWord(word: string): Level | null {
  const lower = word.toLowerCase();
  if (/^(error|err|fatal|critical|panic|traceback)$/.test(lower)) return 'error';
  if (/^warn(ing)?$/.test(lower)) return 'warn';
  if (/^(debug|trace)$/.test(lower)) return 'debug';
  return /^(info|log)$/.test(lower) ? 'info' : null;
}
