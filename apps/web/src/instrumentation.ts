/** Called once when the server starts: a wrong environment stops it here, not at the first visitor. */
export async function register(): Promise<void> {
  // A constant that the bundler writes in: it also builds this file for a runtime without sockets.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ startBackend }, { compose }] = await Promise.all([
    import('./server/backend'),
    import('./server/composition'),
  ]);
  try {
    startBackend(compose);
  } catch (error) {
    // Next would say so, and go on without it.
    console.error(error);
    process.exit(1);
  }
}
