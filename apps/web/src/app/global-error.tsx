'use client';

import './globals.css';

/** The last resort: the root layout itself failed, so there are no messages to take words from. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-xl px-6 pt-[20vh]">
          <h1 className="font-semibold text-xl">Jalon does not answer · Jalon ne répond pas</h1>
          <p className="mt-2 text-ink-2">Try again in a moment. Réessayez dans un instant.</p>
          <button type="button" onClick={reset} className="mt-5 h-8 rounded-md px-3 ring-1 ring-line-strong">
            Try again · Réessayer
          </button>
        </main>
      </body>
    </html>
  );
}
