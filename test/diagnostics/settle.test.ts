import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { settle, stopsBuild } from '../../src/diagnostics/settle.ts';
import { source } from '../../src/diagnostics/source.ts';

const papers = source('papers.bib', '@article{a,}\n@article{b,}\n');
const at = (start: number) => ({ span: { source: papers, start, end: start + 1 } });
const shown = (found: readonly Diagnostic[]) => found.map(({ severity, message }) => `${severity} ${message}`);

describe('settled findings', () => {
	it('stand in reading order, each once for its place', () => {
		const later = diagnostic('field/missing', 'later', at(14));
		const sooner = diagnostic('field/missing', 'sooner', at(2));
		expect(shown(settle([later, sooner, { ...later }, diagnostic('list/left-over', 'nowhere')], {}))).toEqual([
			'warning nowhere',
			'warning sooner',
			'warning later',
		]);
	});

	it('keep equal ones in different places', () => {
		expect(
			settle([diagnostic('field/missing', 'x', at(2)), diagnostic('field/missing', 'x', at(14))], {}),
		).toHaveLength(2);
	});

	it('count an unknown command, and tell it where it is met first', () => {
		const found = [14, 2, 20].map((start) => diagnostic('text/unknown-command', 'Unknown \\foo', at(start)));
		const settled = settle([...found, diagnostic('text/unknown-command', 'Unknown \\bar', at(3))], {});
		expect(shown(settled)).toEqual(['info Unknown \\foo (3 times)', 'info Unknown \\bar']);
		expect(settled[0]?.span?.start).toBe(2);
	});

	it('have the severities configured', () => {
		const found = [diagnostic('field/missing', 'a', at(2)), diagnostic('bib/duplicate-key', 'b', at(3))];
		expect(shown(settle(found, { 'field/missing': 'off', 'bib/duplicate-key': 'error' }))).toEqual(['error b']);
	});

	it('stop a build for the configuration before the input, and not when they are no errors', () => {
		const input = diagnostic('file/missing', 'x');
		const configuration = diagnostic('config/invalid', 'x');
		expect(stopsBuild([input, configuration])).toBe('configuration');
		expect(stopsBuild([input, diagnostic('bib/syntax', 'x')])).toBe('input');
		expect(stopsBuild(settle([input], { 'file/missing': 'warning' }))).toBe(null);
		expect(stopsBuild([diagnostic('bib/syntax', 'x')])).toBe(null);
	});
});
