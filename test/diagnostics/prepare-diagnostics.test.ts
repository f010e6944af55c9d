import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { prepareDiagnostics, stopsBuild } from '../../src/diagnostics/prepare-diagnostics.ts';
import { source } from '../../src/diagnostics/source.ts';

const papers = source('papers.bib', '@article{a,}\n@article{b,}\n');
const at = (start: number) => ({ span: { source: papers, start, end: start + 1 } });
const shown = (diagnostics: readonly Diagnostic[]) =>
	diagnostics.map(({ severity, message }) => `${severity} ${message}`);

describe('prepareDiagnostics', () => {
	it('sorts by position and removes duplicates', () => {
		const later = diagnostic('field/missing', 'later', at(14));
		const sooner = diagnostic('field/missing', 'sooner', at(2));
		expect(
			shown(prepareDiagnostics([later, sooner, { ...later }, diagnostic('list/left-over', 'nowhere')], {})),
		).toEqual(['warning nowhere', 'warning sooner', 'warning later']);
	});

	it('keeps equal messages at different positions', () => {
		expect(
			prepareDiagnostics([diagnostic('field/missing', 'x', at(2)), diagnostic('field/missing', 'x', at(14))], {}),
		).toHaveLength(2);
	});

	it('reports an unknown command once, at its first position, with a count', () => {
		const found = [14, 2, 20].map((start) => diagnostic('text/unknown-command', 'Unknown \\foo', at(start)));
		const prepared = prepareDiagnostics([...found, diagnostic('text/unknown-command', 'Unknown \\bar', at(3))], {});
		expect(shown(prepared)).toEqual(['info Unknown \\foo (3 times)', 'info Unknown \\bar']);
		expect(prepared[0]?.span?.start).toBe(2);
	});

	it('omits what the library seems to lack if a file of it is missing', () => {
		const consequences = (
			['people/unmatched-alias', 'people/unknown', 'list/empty', 'list/unknown-field', 'bib/missing-parent'] as const
		).map((code) => diagnostic(code, 'consequence'));
		const [missing, mistake] = [diagnostic('file/missing', 'missing'), diagnostic('field/missing', 'mistake', at(2))];
		const reported = [missing, ...consequences, mistake];
		expect(shown(prepareDiagnostics(reported, {}))).toEqual(['error missing', 'warning mistake']);
		expect(prepareDiagnostics(reported, { 'file/missing': 'warning' })).toHaveLength(7);
		expect(prepareDiagnostics([...consequences, mistake], {})).toHaveLength(6);
	});

	it('applies the configured severities', () => {
		const found = [diagnostic('field/missing', 'a', at(2)), diagnostic('bib/duplicate-key', 'b', at(3))];
		expect(shown(prepareDiagnostics(found, { 'field/missing': 'off', 'bib/duplicate-key': 'error' }))).toEqual([
			'error b',
		]);
	});
});

describe('stopsBuild', () => {
	it('reports the configuration before the input, and nothing without errors', () => {
		const input = diagnostic('file/missing', 'x');
		const configuration = diagnostic('config/invalid', 'x');
		expect(stopsBuild([input, configuration])).toBe('configuration');
		expect(stopsBuild([input, diagnostic('bib/syntax', 'x')])).toBe('input');
		expect(stopsBuild(prepareDiagnostics([input], { 'file/missing': 'warning' }))).toBe(null);
		expect(stopsBuild([diagnostic('bib/syntax', 'x')])).toBe(null);
	});
});
