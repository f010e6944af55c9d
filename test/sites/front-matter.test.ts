import { createRequire } from 'node:module';
import { describe, expect } from 'vitest';
import { pageWithValues, values } from '../engines/front-matter.ts';
import { itWith } from '../tools.ts';

const ask = createRequire(import.meta.url);

describe('front matter', () => {
	itWith('npm:js-yaml')('is read unchanged by js-yaml (Astro, MyST)', () => {
		const [, yaml = ''] = pageWithValues('yaml').split(/^---$/m);
		expect(ask('js-yaml').load(yaml)).toEqual(values);
	});

	itWith('npm:gray-matter').each(['yaml', 'toml'] as const)(
		"is read by gray-matter, Eleventy's and VitePress's, as it was given, as %s",
		(language) => {
			const page = pageWithValues(language);
			const engines = { toml: (text: string) => ask('smol-toml').parse(text) };
			const { data, content } = ask('gray-matter')(page, {
				language,
				engines,
				...(language === 'toml' && { delimiters: '+++' }),
			});
			expect(data).toEqual(values);
			expect(content).toContain('T');
		},
	);
});
