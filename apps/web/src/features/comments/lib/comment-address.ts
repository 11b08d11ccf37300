/** Names one comment in the address of the tab that it stands in. */
export const COMMENT_PARAM = 'comment';

/** The address of a comment, to be sent to a colleague. */
export function commentHref(number: number, commentId: string): string {
  return `/use-cases/${number}?${new URLSearchParams({ tab: 'history', [COMMENT_PARAM]: commentId })}`;
}
