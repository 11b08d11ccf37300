export const TABS = ['overview', 'value', 'kpis', 'gate', 'delivery', 'history'] as const;
export type UseCaseTab = (typeof TABS)[number];

/** The tab that an address names; the first when it names none. */
export function readTab(params: { get(name: string): string | null }): UseCaseTab {
  return TABS.find((tab) => tab === params.get('tab')) ?? 'overview';
}

export function tabHref(number: number, tab: UseCaseTab): string {
  return tab === 'overview' ? `/use-cases/${number}` : `/use-cases/${number}?tab=${tab}`;
}

/** The printable page of a decision. */
export function packHref(number: number, reviewId: string): string {
  return `/use-cases/${number}/pack?${new URLSearchParams({ review: reviewId })}`;
}
