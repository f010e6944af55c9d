/**
 * What a new library begins with: an example that no program takes for an entry. BibTeX knows no `%`, so the example has
 * no sign that begins one.
 */
export const emptyLibraryText = `% Your publications. An entry begins with an at sign before its type, and looks like this:
%
%   article{noether1918,
%     author  = {Noether, Emmy},
%     title   = {Invariante Variationsprobleme},
%     journal = {Nachrichten von der Gesellschaft der Wissenschaften zu G{\\"o}ttingen},
%     year    = {1918},
%     pages   = {235--257},
%   }
`;
