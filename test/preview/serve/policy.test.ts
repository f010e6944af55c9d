import { describe, expect, it } from 'vitest';
import { allowingSelf, withReloadScript } from '../../../src/preview/serve/preview-page.ts';

describe('policies of previewed pages', () => {
	it.each([
		["default-src 'none'", "default-src 'none'; script-src-elem 'self'; connect-src 'self'"],
		[
			"default-src 'none'; script-src 'sha256-x='",
			"default-src 'none'; script-src 'sha256-x='; script-src-elem 'sha256-x=' 'self'; connect-src 'self'",
		],
		["script-src 'none'", "script-src 'none'; script-src-elem 'self'"],
		['Connect-Src https://a.example; img-src *', "connect-src https://a.example 'self'; img-src *"],
		["default-src 'self'", "default-src 'self'; script-src-elem 'self'; connect-src 'self'"],
		["img-src 'self'", "img-src 'self'"],
		['', ''],
	])('%s', (before, after) => {
		expect(allowingSelf(before)).toBe(after);
	});

	it('are diagnostics in any notation, and the rest of the page stays', () => {
		const page = (meta: string, end: string) => `<!doctype html><META ${meta}><body>$& </body>${end}`;
		const sent = withReloadScript(
			page(`content='default-src "x" &#39;none&#39;' HTTP-EQUIV=Content-Security-Policy`, ''),
			'1',
		);
		expect(sent).toContain('connect-src');
		expect(sent).toMatch(/<body>\$& <script[^>]*><\/script><\/body>$/);
		expect(withReloadScript('<p>fragment</p>', '"><x>')).toBe(
			'<p>fragment</p><script src="/_bibfolio/reload.js" data-events="/_bibfolio/events" data-version="&quot;&gt;&lt;x&gt;"></script>',
		);
	});
});
