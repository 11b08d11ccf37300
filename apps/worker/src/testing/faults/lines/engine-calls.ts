/** A call that changes something on the engine. */
export interface EngineCall {
  /** `start`, `network-connect`, … */
  kind: string;
  /** Name or id of what it is about; empty where the address does not say. */
  subject: string;
}

const CALLS: readonly [RegExp, (match: RegExpExecArray) => EngineCall][] = [
  [
    /^POST \/containers\/create\?(?:.*&)?name=([^&]+)/,
    ([, name = '']) => ({ kind: 'create', subject: name }),
  ],
  [
    /^POST \/containers\/([^/]+)\/(start|stop|kill|rename|restart|pause|unpause)\b/,
    ([, subject = '', kind = '']) => ({ kind, subject }),
  ],
  [/^DELETE \/containers\/([^/?]+)/, ([, subject = '']) => ({ kind: 'remove', subject })],
  [/^POST \/networks\/create/, () => ({ kind: 'network-create', subject: '' })],
  [
    /^POST \/networks\/([^/]+)\/(connect|disconnect)/,
    ([, subject = '', kind = '']) => ({ kind: `network-${kind}`, subject }),
  ],
  [/^DELETE \/networks\/([^/?]+)/, ([, subject = '']) => ({ kind: 'network-remove', subject })],
  [/^POST \/volumes\/create/, () => ({ kind: 'volume-create', subject: '' })],
  [/^DELETE \/volumes\/([^/?]+)/, ([, subject = '']) => ({ kind: 'volume-remove', subject })],
  [/^POST \/build/, () => ({ kind: 'build', subject: '' })],
  [/^POST \/images\/create/, () => ({ kind: 'pull', subject: '' })],
];

/** What a request to the engine changes; null for one that only looks. */
export function engineCall(method: string, url: string): EngineCall | null {
  const request = `${method} ${url.replace(/^\/v\d+\.\d+/, '')}`;
  for (const [pattern, read] of CALLS) {
    const match = pattern.exec(request);
    if (match) return read(match);
  }
  return null;
}
