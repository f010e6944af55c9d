import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { folderWith } from '../../folder.ts';
import { status, text } from '../../sources/behaviours.mjs';
import { run } from '../run.ts';
import { paths } from '../sync/scenario.ts';
import { crossrefRecord, updatedBy, updatedProject } from './updating.ts';

const [corrected, retracted] = ['10.1000/nle.2023.801', '10.1000/csl.2018.045'];
const notices = {
	[`/crossref/${corrected}`]: crossrefRecord(
		corrected,
		'Segmentation Without Spaces: A Survey',
		updatedBy('correction', '10.1000/corr'),
	),
	[`/crossref/${retracted}`]: crossrefRecord(
		retracted,
		'Clause Boundaries and Pauses',
		updatedBy('retraction', '10.1000/retr'),
	),
};
const counts = {
	'/openalex-work/*': text(JSON.stringify({ cited_by_count: 3, open_access: { oa_status: 'closed', oa_url: null } })),
};
const withLists = 'metrics: { sources: openalex }\noutputs: [list.md]\n';

describe('bibfolio update', () => {
	it('does what sync, check --online, metrics and build do, and says it in words', async () => {
		const { update, read, folder } = await updatedProject({ ...notices, ...counts }, withLists);
		const { code, out, err } = await update('--summary', 'summary.md');
		expect(code).toBe(0);
		const title =
			'7 new works, 1 preprint appeared, 1 entry completed, 1 retraction, 1 correction, 3 unsure works, 33 works with new citation counts';
		expect(out.trimEnd().split('\n').at(-1)).toBe(title);
		expect(err).not.toContain('unavailable');
		expect(read('summary.md').split('\n')[0]).toBe(title);
		await expect(read('summary.md').replace(/127\.0\.0\.1:\d+/g, 'HOST')).toMatchFileSnapshot('summary.md');
		const library = read('papers.bib');
		expect(library).toMatch(/pubstate\s*= \{retracted\}/);
		expect(library).toMatch(/corrected\s*= \{2025-03-04, doi:10\.1000\/corr\}/);
		expect(library).toContain('lindqvist2025ellipsis');
		expect(read('list.md')).toContain('Ellipsis Without Trees');
		expect(existsSync(join(folder, 'metrics.json'))).toBe(true);
	});

	it('changes nothing in a second run, and says what a person has to decide', async () => {
		const { update, read, folder } = await updatedProject(notices, 'outputs: [list.md]\n');
		await update();
		const before = [read('papers.bib'), read('list.md')];
		const { code, out } = await update('--summary', join(folder, 'summary.md'));
		expect([code, [read('papers.bib'), read('list.md')]]).toEqual([0, before]);
		expect(out.trimEnd().split('\n').at(-1)).toBe('3 unsure works');
		expect(read('summary.md')).toContain('`bibfolio sync --not-mine 10.2000/jdr.2024.014`');
		const decided = ['10.2000/jdr.2024.014', '10.2000/jdr.2022.120', '10.2000/aw.2021.077'];
		await run(folder, ['sync', ...decided.flatMap((doi) => ['--not-mine', doi])]);
		expect((await update('--summary', 'summary.md')).out.trimEnd().split('\n').at(-1)).toBe('Nothing new');
		expect(read('summary.md').split('\n')[0]).toBe('Nothing new');
	});

	it('asks for each record once, which sync and check --online ask for together twice', async () => {
		const { update, server } = await updatedProject({ ...notices, ...counts }, withLists);
		await update();
		const asked = server.asked.map(({ path, method, headers }) => `${method} ${path} ${headers.accept}`);
		expect(asked.length).toBeGreaterThan(100);
		expect(asked.filter((path, index) => asked.indexOf(path) !== index)).toEqual([]);
	});

	it('writes nothing in a dry run, apart from the summary that was asked for', async () => {
		const { update, read, folder } = await updatedProject(notices, 'outputs: [list.md]\n');
		const before = read('papers.bib');
		const { code, out, err } = await update('--dry-run', '--summary', 'summary.md');
		expect([code, read('papers.bib'), existsSync(join(folder, 'list.md'))]).toEqual([0, before, false]);
		expect(out).toContain('+@inproceedings{lindqvist2025ellipsis,');
		expect(out).toContain('+  pubstate');
		expect(err).toContain('7 new works');
		expect(read('summary.md')).toContain('\n\nThis was a dry run: nothing was written.\n');
	});

	it('omits parts', async () => {
		const { update, read, folder, server } = await updatedProject({ ...notices, ...counts }, withLists);
		const before = read('papers.bib');
		expect((await update('--skip', 'sync,check,metrics')).out).toBe('Built list.md\n\nLists built again\n');
		expect([read('papers.bib'), server.asked, existsSync(join(folder, 'metrics.json'))]).toEqual([before, [], false]);
		expect((await update('--skip', 'everything')).code).toBe(2);
	});

	it('builds no lists that the configuration does not name', async () => {
		const { update, folder } = await updatedProject();
		expect((await update('--skip', 'check')).code).toBe(0);
		expect(existsSync(join(folder, 'out'))).toBe(false);
	});

	it('prints JSON with the changed files', async () => {
		const { update, folder } = await updatedProject({ ...notices, ...counts }, withLists);
		const { out } = await update('--json');
		const { title, root, changed, sync, check, metrics, diagnostics } = JSON.parse(out);
		expect(title).toContain('1 correction');
		expect(root).toContain(folder.split('/').at(-1));
		expect(changed).toEqual(['papers.bib', 'metrics.json', 'list.md']);
		expect(sync.added).toHaveLength(7);
		expect(check.marked.map(({ code }: { code: string }) => code)).toEqual(['online/corrected', 'online/retracted']);
		expect([metrics.written, diagnostics]).toEqual([true, []]);
	});

	it('goes on if services fail', async () => {
		const { update, read } = await updatedProject({ [paths.dblp]: status(500) });
		const { code, err } = await update('--summary', 'summary.md');
		expect(code).toBe(0);
		expect(err).toContain('[lookup/unavailable]');
		expect(read('summary.md')).toContain('## Services and files\n\n- Cannot read DBLP profile');
	});

	it('fails if no service answers, with one message and a summary', async () => {
		const library = '@article{noether, author = {Noether, Emmy}, title = {Rings}, year = {1921}, doi = {10.1000/x}}\n';
		const folder = folderWith({
			'papers.bib': library,
			'bibfolio.yaml': `${withLists}people: [{ name: "Noether, Emmy", orcid: 0000-0002-1825-0097 }]\n`,
		});
		vi.stubGlobal('fetch', async () => {
			throw new TypeError('fetch failed', { cause: { code: 'ENETUNREACH' } });
		});
		const { code, err } = await run(folder, ['update', '--summary', 'summary.md', '--quiet']);
		vi.unstubAllGlobals();
		expect([code, readFileSync(join(folder, 'papers.bib'), 'utf8')]).toEqual([1, library]);
		expect(err.match(/\berror: /g)).toHaveLength(1);
		expect(err).toContain('there is no network');
		expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('there is no network');
	});

	it('fails if a file cannot be changed, and still makes the other changes', async () => {
		const { update, folder, read } = await updatedProject({}, 'outputs: [list.md, file/list.md]\n', { file: '' });
		const { code, err } = await update('--skip', 'check');
		expect(code).toBe(1);
		expect(err).toContain('[output/unwritable]');
		expect(read('papers.bib')).toContain('lindqvist2025ellipsis');
		expect(existsSync(join(folder, 'list.md'))).toBe(true);
	});

	it('never overwrites the library with a summary', async () => {
		const { update, read } = await updatedProject();
		const { code } = await update('--skip', 'sync,check', '--summary', 'papers.bib');
		expect(code).toBe(1);
		expect(read('papers.bib')).toContain('@article');
		expect((await update('--summary', '-')).code).toBe(2);
	});

	it('needs no people: entries are completed and checked', async () => {
		const folder = folderWith({ 'papers.bib': '@misc{a, author = {Ada}, title = {T}, year = {2000}}\n' });
		const { code, out } = await run(folder, ['update']);
		expect([code, out]).toEqual([0, '\nNothing new\n']);
	});

	it('refuses a broken configuration before it asks anybody', async () => {
		const { update, folder, server } = await updatedProject();
		writeFileSync(join(folder, 'bibfolio.yaml'), 'outputs: [\n');
		expect((await update()).code).toBe(2);
		expect(server.asked).toEqual([]);
	});
});
