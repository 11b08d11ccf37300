/** What a person wrote one to a line or with commas between, each once. */
export function readLines(text: string): string[] {
  return [...new Set(text.split(/[\n,]/).map((part) => part.trim()))].filter((part) => part !== '');
}

/** Ports written so; what is none becomes one that no port can be, which the form's schema refuses. */
export function readPorts(text: string): number[] {
  return readLines(text).map((part) => (/^\d{1,5}$/.test(part) ? Number(part) : 0));
}
