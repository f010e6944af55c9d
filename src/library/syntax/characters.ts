/** UTF-16 code units of the characters that mean something in a .bib file. */
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const PARENTHESIS = 41;
export const COMMA = 44;
export const SEMICOLON = 59;
export const EQUALS = 61;
export const AT = 64;
export const BACKSLASH = 92;
export const OPEN = 123;
export const CLOSE = 125;
export const NBSP = 160;
