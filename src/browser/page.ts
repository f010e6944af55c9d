import { addBibtexTools } from './page/bibtex-tools.ts';
import { addSearch } from './page/search.ts';

// Adds search and BibTeX buttons to a page. The script is at the end of the page, so that all elements exist.
addSearch();
addBibtexTools();
