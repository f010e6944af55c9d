import { decodeHTML } from 'entities';
import { itFindsMathematics } from '../engines/markdown-math.ts';
import { describeWith } from '../tools.ts';
import { mystMath, remark } from './readers.ts';

const remarkMath = remark('remark-gfm', 'remark-math');
const marked = /<code class="language-math math-inline">([^<]*)<\/code>/g;

describeWith('npm:remark-math')('remark-math', () =>
	itFindsMathematics('remark', async (markdown) =>
		[...(await remarkMath(markdown)).matchAll(marked)].map(([, tex = '']) => decodeHTML(tex)),
	),
);

describeWith('npm:myst-parser')('MyST', () => itFindsMathematics('myst', mystMath));
