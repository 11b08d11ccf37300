/** Called once when the server starts: a wrong environment stops it here, not at the first visitor. */
export async function register(): Promise<void> {
  const { getServer } = await import('./server/composition');
  getServer();
}
