/** A text as ILIKE looks for it letter by letter: without this, `_` stands for any letter and `%` for any text. */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
