/** How many revisions can be chosen from on the page that compares two. */
export const CHOICE_LIMIT = 100;
