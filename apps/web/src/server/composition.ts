import { createServer, type Server } from '@jalon/api/server';
import { deriveKey, readWebConfig } from '@jalon/config';

const holder = globalThis as typeof globalThis & { jalonServer?: Server };

/**
 * The one place where the web process is put together; made at start, or by the first who asks.
 * It is kept on globalThis because the bundler may load this module once for each kind of entry.
 */
export function getServer(): Server {
  holder.jalonServer ??= compose();
  return holder.jalonServer;
}

function compose(): Server {
  const { secret, ...config } = readWebConfig(process.env);
  // next-auth takes the public address from here and from nowhere else.
  process.env.NEXTAUTH_URL = config.url;
  return createServer({
    ...config,
    keys: {
      session: deriveKey(secret, 'session'),
      stream: deriveKey(secret, 'stream'),
      gateway: deriveKey(secret, 'gateway'),
      variables: deriveKey(secret, 'variables'),
    },
  });
}

/** Where a link may lead after signing in: the pages, and what is behind the gateway. */
export function getPublicOrigins(): string[] {
  return getServer().publicOrigins;
}
