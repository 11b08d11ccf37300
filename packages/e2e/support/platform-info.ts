import type { SamplePersonKey } from '../../../scripts/sample/people';
import type { PlatformInfo } from './test-platform';

/** The platform that global-setup has started. */
export function platformInfo(): PlatformInfo {
  const text = process.env.JALON_E2E;
  if (!text) throw new Error('No platform: the browser tests need packages/e2e/playwright.config.ts');
  return JSON.parse(text) as PlatformInfo;
}

/** The signed-in browser of a person, for `test.use({ storageState: signedInAs('engineer') })`. */
export const signedInAs = (person: SamplePersonKey): string => platformInfo().storageStates[person];
