import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { build } from '../../src/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadProject, projectSchema } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';
import { library } from '../preview/watch/library.ts';
import type { Trial } from './trial.ts';

const real = readFileSync(new URL('../../bibfolio.yaml', import.meta.url), 'utf8');

/** All names of the schema: keys at the top level and below. */
const names = [...JSON.stringify(projectSchema()).matchAll(/"([a-z][a-z-]*)":\{/g)].map(([, name = '']) => name);
const topLevel = Object.keys((projectSchema() as { properties: object }).properties);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom<unknown>(
			null,
			true,
			false,
			0,
			-1,
			1e9,
			1.5,
			'',
			'papers.bib',
			'out/x.html',
			'html',
			'publications',
			'person',
			'.',
			'/',
			'\0',
			'*',
			'[',
			'{}',
			'year>=',
			'not',
			'2020-13-99',
			'https://',
			'x'.repeat(5000),
		),
		fc.string(),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
	),
}));
const invented = fc.dictionary(fc.constantFrom(...topLevel), value, { maxKeys: 5 }).map((file) => JSON.stringify(file));

/** The configuration of this repository with a few characters replaced. */
const damaged = fc
	.array(
		fc.tuple(
			fc.nat(real.length),
			fc.nat(12),
			fc.constantFrom('', ...'{}[]:-#&*!|>\'"%@`, \n\t\0?x', '<<: *x', '&x [*x]', '---\n', '!!js/function ""'),
		),
		{ minLength: 1, maxLength: 4 },
	)
	.map((changes) =>
		changes.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), real),
	);

export const noCrash: Trial<string> = {
	name: 'configurations',
	promise: 'A wrong configuration is refused with a message and its place',
	tries: 2000,
	fewTries: 30,
	triesPerCase: 1,
	cases: fc.oneof(invented, damaged),
	breach(yaml) {
		const folder = folderWith({ 'papers.bib': library('a', 'b'), 'bibfolio.yaml': yaml });
		const problems: Diagnostic[] = [];
		const project = loadProject(null, folder, {}, (problem) => problems.push(problem));
		const errors = problems.filter(({ severity }) => severity === 'error');
		if (project) {
			build(project);
			return null;
		}
		if (errors.length === 0) return `refused without an error:\n${yaml}`;
		const nowhere = errors.find(({ span, code }) => !span && code.startsWith('config/'));
		return nowhere ? `${nowhere.code} without a place: ${nowhere.message}\n${yaml}` : null;
	},
};
