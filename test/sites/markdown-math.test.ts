import { decodeHTML } from 'entities';
import { describe } from 'vitest';
import { itFindsMathematics } from '../engines/markdown-math.ts';
import { mystMath, remark } from './readers.ts';
import { lacks } from './site.ts';

const remarkMath = remark('remark-gfm', 'remark-math');
const marked = /<code class="language-math math-inline">([^<]*)<\/code>/g;

describe.skipIf(lacks('remark-math'))('remark-math', () =>
	itFindsMathematics('remark', async (markdown) =>
		[...(await remarkMath(markdown)).matchAll(marked)].map(([, tex = '']) => decodeHTML(tex)),
	),
);

describe.skipIf(lacks('myst-parser'))('MyST', () => itFindsMathematics('myst', mystMath));
