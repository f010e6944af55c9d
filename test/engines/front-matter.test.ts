import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHTML } from 'entities';
import { describe, expect } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { formatIn } from '../../src/formats/index.ts';
import { folderWith } from '../folder.ts';
import { listOf, rendered } from '../render/library.ts';
import { itWith } from '../tools.ts';
import { pageWithValues, values } from './front-matter.ts';

function ask(program: string, words: readonly string[], input: string): string {
	const { stdout, stderr, status } = spawnSync(program, words, { input, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
	return stdout;
}

describe('front matter', () => {
	itWith('jekyll')('is read unchanged by Jekyll', () => {
		const script = `require "jekyll"; require "json"
			yaml = STDIN.read[Jekyll::Document::YAML_FRONT_MATTER_REGEXP, 1]
			puts JSON.generate(defined?(SafeYAML) ? SafeYAML.load(yaml) : YAML.safe_load(yaml))`;
		expect(JSON.parse(ask('ruby', ['-e', script], pageWithValues('yaml')))).toEqual(values);
	});

	itWith('hugo').each(['yaml', 'toml'] as const)('is read unchanged by Hugo, as %s', (language) => {
		const folder = folderWith({
			'config.toml': 'disableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "section"]\n',
			'layouts/_default/single.html':
				'{{ dict "title" .Title "texts" .Params.texts "deep" .Params.deep | jsonify | safeHTML }}',
		});
		mkdirSync(join(folder, 'content'));
		writeFileSync(join(folder, 'content/page.md'), pageWithValues(language));
		ask('hugo', ['--source', folder, '--quiet'], '');
		expect(JSON.parse(readFileSync(join(folder, 'public/page/index.html'), 'utf8'))).toEqual(values);
	});

	itWith('pandoc')('has a title that pandoc reads unchanged', () => {
		const title = 'R&D *2020* @ICML: $5 [x](y)';
		const format = formatIn('markdown', 'quarto') as Format;
		const list = listOf('@book{a, title = {T}}', { title });
		const page = rendered(list, 'markdown', { format, frontMatter: { values: {}, language: 'yaml' } }) ?? '';
		const html = ask('pandoc', ['-f', 'markdown', '-t', 'html', '--standalone', '--wrap=none'], page);
		expect(decodeHTML(/<h1 class="title">(.*?)<\/h1>/.exec(html)?.[1] ?? '')).toBe(title);
	});
});
