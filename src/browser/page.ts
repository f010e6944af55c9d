import { offerBibtex } from './page/bibtex-blocks.ts';
import { offerSearch } from './page/search.ts';

// What makes a whole page better where scripts run. It stands at the page's end, where everything else is there already.
offerSearch();
offerBibtex();
