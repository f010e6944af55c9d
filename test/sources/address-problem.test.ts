import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { printText } from '../../src/diagnostics/print-text.ts';
import { loadProject } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';

/** The messages about a configuration, as the command line shows them. */
function printed(lookup: string): string {
	const diagnostics: Diagnostic[] = [];
	loadProject(null, folderWith({ 'a.bib': '', 'bibfolio.yaml': `library: a.bib\nlookup:\n${lookup}` }), {}, (problem) =>
		diagnostics.push(problem),
	);
	return printText(diagnostics, { colour: false });
}

describe('The address of a source', () => {
	it.each([
		['openalex', 'https://api.openalex.org/works?filter=author.id:{}&api_key=s3cr3t', 'OPENALEX_API_KEY'],
		['semantic-scholar', 'https://s3cr3t:x@api.semanticscholar.org/{}', 'S2_API_KEY'],
		['googlebooks', 'https://www.googleapis.com/books/v1/volumes?key=s3cr3t&q=isbn:{}', null],
		['crossref', 'https://api.crossref.org/works/{}?access_token=s3cr3t', null],
		['hal', 'https://ada:s3cr3t@example.org/{}', null],
	])('of %s must not contain a key, which is not shown: %s', (name, address, variable) => {
		const text = printed(`  time-out: 5\n  ${name}: "${address}"\n  mailto: ada@example.org\n`);
		expect(text).toContain(`error: Unexpected key or password in the address of ${name} [config/invalid]`);
		expect(text).toContain(variable ? `Set the environment variable ${variable} instead` : 'Remove it');
		expect(text).not.toContain('s3cr3t');
	});

	it('does not show keys because of other mistakes', () => {
		const text = printed(
			'  openalex: htp://example.org/?api_key=s3cr3t\n  doi: https://example.org/?key=s3cr3t\n  x: 1\n',
		);
		expect(text).toMatch(/ error: /);
		expect(text).not.toContain('s3cr3t');
	});

	it.each(['https://{}.example.org/', 'https://[/{}', 'http://{}'])('must not be %s', (address) => {
		expect(printed(`  doi: "${address}"\n`)).toContain('Use https://host/path, with {} in the path');
	});

	it.each(['http://127.0.0.1:8080/v3.0/{}/works', 'https://example.org/works?key={}', 'https://example.org/?id={}'])(
		'may be %s',
		(address) => {
			expect(printed(`  orcid: "${address}"\n`)).toBe('');
		},
	);
});
