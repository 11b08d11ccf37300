/** Resolves when the page has been loaded (its load event): what comes after takes nothing from it. In a browser alone. */
export function afterLoad(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener('load', () => resolve(), { once: true });
  });
}
