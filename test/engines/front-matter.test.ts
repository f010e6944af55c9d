import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folder.ts';
import { toSkip } from './engine.ts';
import { pageWithValues, values } from './front-matter.ts';

function ask(program: string, words: readonly string[], input: string): string {
	const { stdout, stderr, status } = spawnSync(program, words, { input, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
	return stdout;
}

describe('front matter', () => {
	it.skipIf(toSkip('jekyll'))('is read by Jekyll as it was given', () => {
		const script = `require "jekyll"; require "json"
			yaml = STDIN.read[Jekyll::Document::YAML_FRONT_MATTER_REGEXP, 1]
			puts JSON.generate(defined?(SafeYAML) ? SafeYAML.load(yaml) : YAML.safe_load(yaml))`;
		expect(JSON.parse(ask('ruby', ['-e', script], pageWithValues('yaml')))).toEqual(values);
	});

	it.skipIf(toSkip('hugo')).each(['yaml', 'toml'] as const)('is read by Hugo as it was given, as %s', (language) => {
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
});
