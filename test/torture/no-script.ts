import fc from 'fast-check';
import { type BuildResult, build } from '../../src/build.ts';
import { source } from '../../src/diagnostics/source.ts';
import { formats } from '../../src/formats/index.ts';
import { loadProject, type Project } from '../../src/project/project.ts';
import { folderWith } from '../folder.ts';
import { codeIn, dangerIn } from './dangerous-markup.ts';
import { hostileEntry } from './hostile-entries.ts';
import type { Trial } from './trial.ts';

/** Entries in one library. */
const entriesPerCase = 10;

/** Every format in every flavour, as outputs of a configuration. */
const outputs = Object.values(formats)
	.filter(({ withoutList }) => !withoutList)
	.flatMap((format) => Object.values(format.flavours ?? { '': format }))
	.map(({ name, flavour, extension }) => ({
		path: `${name}${flavour ? `-${flavour}` : ''}${extension}`,
		format: name,
		flavour,
		...(!['embed', 'works', 'sitemap'].includes(name) && { options: { abstract: true, bibtex: true } }),
	}));

/** A project with all outputs, whose library is passed to each build. */
export function projectOfEveryFormat(): Project {
	const configuration = { library: 'a.bib', site: 'https://list.example/', outputs };
	const folder = folderWith({ 'a.bib': '', 'bibfolio.yaml': JSON.stringify(configuration) });
	const report = ({ message }: { message: string }) => {
		throw new Error(message);
	};
	const project = loadProject(null, folder, {}, report);
	if (!project) throw new Error('no project');
	return project;
}

export const noScript: Trial<readonly string[]> = {
	name: 'entries',
	promise: 'No entry runs a script or adds markup, in any format',
	tries: 5779,
	fewTries: 10,
	triesPerCase: entriesPerCase,
	cases: fc.array(hostileEntry, { minLength: entriesPerCase, maxLength: entriesPerCase }),
	breach(entries) {
		const danger = dangerOf(buildOf(entries.join('\n')));
		if (danger === null) return null;
		const culprit = entries.find((entry) => dangerOf(buildOf(entry)) !== null);
		return `${danger}\n${culprit ?? 'only in the whole library'}`;
	},
};

const project = projectOfEveryFormat();

function buildOf(text: string): BuildResult {
	return build(project, { sources: [source('a.bib', text)] });
}

function dangerOf({ outputs, diagnostics, stops }: BuildResult): string | null {
	if (outputs.length === 0)
		return `no outputs: ${stops} ${diagnostics.find(({ severity }) => severity === 'error')?.message}`;
	const dangers = outputs.flatMap(({ path, contents }) => {
		const danger = dangerIn(path, String(contents), trusted);
		return danger === null ? [] : [`${path}: ${danger}`];
	});
	return dangers.length > 0 ? dangers.join('\n') : null;
}

/** The code of the outputs of a harmless library. */
const trusted = new Set(
	buildOf('@misc{a, author = {Weber, Marie}, title = {A}, year = {2020}}').outputs.flatMap(({ path, contents }) =>
		codeIn(path, String(contents)),
	),
);
