/** What Next hands to a page. */
export type PageSearch = Promise<Record<string, string | string[] | undefined>>;

/** The query of a page's address, read as a browser reads it; the first of a repeated name counts. */
export async function searchParams(search: PageSearch): Promise<URLSearchParams> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await search)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) params.set(name, first);
  }
  return params;
}
