// Apart from the schemas, so that a page that only tells the rule does not load them.

/** Length is what makes a password strong; the upper bound keeps the hashing time known. */
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 200;
