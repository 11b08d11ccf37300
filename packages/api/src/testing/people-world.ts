import { randomBytes } from 'node:crypto';
import { DomainError, type Role } from '@jalon/contracts';
import { acceptInvitation, completeSetup, invitePerson, issueSetupToken, signIn } from '@jalon/core/people';
import { type TestDatabase, testDatabase } from '@jalon/db/testing';
import { encode } from 'next-auth/jwt';
import { createCaller } from '../caller';
import { ApiError } from '../errors';
import { createServer, type Server } from '../server';

export const PASSWORD = 'a sentence that is long enough';

export interface WorldPerson {
  userId: string;
  email: string;
}

/** A whole web process on a database of its own, without the pages, and a first admin in it. */
export interface PeopleWorld {
  database: TestDatabase;
  server: Server;
  core: Awaited<ReturnType<Server['createContext']>>['core'];
  admin: WorldPerson;
  /** Makes a person the way it is done: invited and accepted. */
  person(role: Role): Promise<WorldPerson>;
  /** Signs somebody in; gives the Cookie header that their browser would send. */
  cookieOf(person: WorldPerson, password?: string): Promise<string>;
  /** Calls procedures as whoever this cookie is. */
  caller(cookie: string | null): Promise<ReturnType<typeof createCaller>>;
  /** Who the server takes this cookie for. */
  whoIs(cookie: string): Promise<string | null>;
  close(): Promise<void>;
}

export async function peopleWorld(): Promise<PeopleWorld> {
  const database = await testDatabase();
  const key = randomBytes(32);
  const server = createServer({
    databaseUrl: database.url,
    logLevel: 'silent',
    url: 'http://web.example',
    gatewayUrl: 'http://gateway.example',
    gatewayInternalUrl: 'http://127.0.0.1:9',
    workerUrl: 'http://127.0.0.1:9',
    contentDir: '.',
    keys: { session: key, stream: key, gateway: key, variables: key },
  });
  const { core } = await server.createContext(null);
  const setup = await issueSetupToken(core);
  const email = 'first.admin@example.com';
  const admin = await completeSetup(core, {
    token: setup?.token ?? '',
    email,
    name: 'First admin',
    password: PASSWORD,
    locale: 'en',
  });
  let count = 0;
  const caller = async (cookie: string | null) => createCaller(await server.createContext(cookie));
  return {
    database,
    server,
    core,
    admin,
    caller,
    async person(role) {
      count += 1;
      const inviter = { userId: admin.userId, name: 'First admin', role: 'ADMIN' } as const;
      const input = { email: `person${count}@example.com`, name: '', role };
      const { token } = await invitePerson(core, inviter, input);
      return acceptInvitation(core, { token, name: `Person ${count}`, password: PASSWORD, locale: 'en' });
    },
    async cookieOf(person, password = PASSWORD) {
      const { sessionId } = await signIn(core, { email: person.email, password, userAgent: 'test' });
      const token = await encode({ token: { sid: sessionId }, secret: key.toString('hex') });
      return `jalon.session=${token}`;
    },
    async whoIs(cookie) {
      return (await server.readSession(cookie))?.principal.userId ?? null;
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}

/** The code that a call fails with, or OK. */
export async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'OK';
  } catch (error) {
    if (error instanceof ApiError) return error.data.code;
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
