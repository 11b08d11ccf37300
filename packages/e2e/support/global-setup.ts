import { startTestPlatform } from './test-platform';

/** Starts the platform that every browser test uses; what it returns takes it down again. */
export default async function setup(): Promise<() => Promise<void>> {
  const { info, stop } = await startTestPlatform();
  process.env.JALON_E2E = JSON.stringify(info);
  return stop;
}
