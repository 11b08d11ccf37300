import type { Locale, Principal } from '@jalon/contracts';
import type { CoreContext } from '@jalon/core';
import type { Services } from './services';

/** The open session that a request came in. */
export interface RequestSession {
  id: string;
  email: string;
  locale: Locale;
}

/** What every procedure is given. Made once per request by `server/`, or by a test. */
export interface ApiContext {
  /** Who asks; null for nobody. */
  principal: Principal | null;
  session: RequestSession | null;
  core: CoreContext;
  services: Services;
}
