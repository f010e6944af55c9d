/** The text of a new library. BibTeX has no `%` comments, so the example omits the `@` that would begin an entry. */
export const newLibraryText = `% Your publications. An entry looks like this, with an at sign before its type:
%
%   article{noether1918,
%     author  = {Noether, Emmy},
%     title   = {Invariante Variationsprobleme},
%     journal = {Nachrichten von der Gesellschaft der Wissenschaften zu G{\\"o}ttingen},
%     year    = {1918},
%     pages   = {235--257},
%   }
`;
