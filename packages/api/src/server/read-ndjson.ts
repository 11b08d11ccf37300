/** A line that never ends is no line: whoever sends one is cut off. */
const LINE_LIMIT = 1_000_000;

/** The JSON values of a body that holds one a line, as they arrive. A line that is not JSON is left out. */
export async function* readNdjson<T>(body: ReadableStream<Uint8Array> | null): AsyncGenerator<T> {
  if (!body) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_LIMIT) throw new Error('A line of the stream is too long.');
    for (const line of lines) {
      const value = parseLine<T>(line);
      if (value !== null) yield value;
    }
  }
  const last = parseLine<T>(rest + decoder.decode());
  if (last !== null) yield last;
}

function parseLine<T>(line: string): T | null {
  if (line.trim() === '') return null;
  try {
    return JSON.parse(line) as T;
  } catch {
    return null;
  }
}
