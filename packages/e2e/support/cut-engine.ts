import { platformInfo } from './platform-info';

/** The worker no longer reaches the engine; what it returns mends that. */
export async function cutEngine(): Promise<() => Promise<void>> {
  const { engineLineUrl } = platformInfo();
  const tell = async (what: 'cut' | 'mend'): Promise<void> => {
    const { ok } = await fetch(`${engineLineUrl}/${what}`, { method: 'POST' });
    if (!ok) throw new Error(`The way to the engine could not be ${what}`);
  };
  await tell('cut');
  return () => tell('mend');
}
