import { createHash, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { Duplex } from 'node:stream';
import { Client, type ClientChannel } from 'ssh2';
import type { EngineEndpoint } from './endpoint';

type SshEndpoint = Extract<EngineEndpoint, { kind: 'ssh' }>;
type Connected = (error: Error | null, stream: Duplex) => void;

/**
 * HTTP over one SSH connection that all requests share: each gets a channel running `docker system dial-stdio`.
 * docker-modem's own agent opens (and authenticates) a new connection for every request.
 */
export class SshAgent extends http.Agent {
  private connection: Promise<Client> | null = null;

  constructor(
    private readonly endpoint: SshEndpoint,
    private readonly connectTimeoutMs: number,
  ) {
    super({ keepAlive: true, maxFreeSockets: 8 });
  }

  override createConnection(_options: http.ClientRequestArgs, callback?: Connected): undefined {
    this.openChannel().then(
      (channel) => callback?.(null, asSocket(channel)),
      // Node reads the second argument only when there is no error.
      (error: Error) => (callback as ((error: Error) => void) | undefined)?.(error),
    );
  }

  override destroy(): void {
    super.destroy();
    const open = this.connection;
    this.connection = null;
    open?.then(
      (client) => client.end(),
      () => undefined,
    );
  }

  private async openChannel(): Promise<ClientChannel> {
    this.connection ??= this.connect();
    const client = await this.connection;
    return new Promise((resolve, reject) => {
      client.exec('docker system dial-stdio', (error, channel) => (error ? reject(error) : resolve(channel)));
    });
  }

  private connect(): Promise<Client> {
    const client = new Client();
    const { host, port, username, ssh } = this.endpoint;
    return new Promise<Client>((resolve, reject) => {
      const forget = (): void => {
        this.connection = null;
      };
      client.once('ready', () => resolve(client));
      client.on('error', (error) => {
        forget();
        reject(error);
      });
      client.once('close', forget);
      client.connect({
        host,
        port,
        username,
        privateKey: ssh.privateKey,
        agent: ssh.agentSocket,
        readyTimeout: this.connectTimeoutMs,
        keepaliveInterval: 15_000,
        hostVerifier: (key: Buffer) => isExpectedKey(key, ssh.hostKeySha256),
      });
    });
  }
}

function isExpectedKey(key: Buffer, expected: string): boolean {
  const seen = createHash('sha256').update(key).digest();
  const wanted = Buffer.from(expected, 'base64');
  return wanted.length === seen.length && timingSafeEqual(seen, wanted);
}

/** http.ClientRequest calls these on its socket; a channel has no such knobs. */
function asSocket(channel: ClientChannel): Duplex {
  const noop = (): ClientChannel => channel;
  return Object.assign(channel, {
    setKeepAlive: noop,
    setNoDelay: noop,
    setTimeout: noop,
    ref: noop,
    unref: noop,
  });
}
