import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { build } from '../../../src/build.ts';
import { loadProject } from '../../../src/project/project.ts';
import { folderWith } from '../../folder.ts';
import { badServices, failing, hanging, text } from '../../sources/behaviours.mjs';
import { run } from '../run.ts';
import { configuration, library, listedWorks, paths, scenarioFolder, scenarioServer } from './scenario.ts';
import { sync } from './syncing.ts';

const read = (folder: string, path = 'papers.bib') => readFileSync(join(folder, path), 'utf8');
const server = await scenarioServer();
const project = (more = '') => scenarioFolder(server.url, more);
const homonyms = listedWorks.filter(({ expected }) => expected === 'unsure');
const [cows] = homonyms;

describe('a library of 30 works and profiles of 38', () => {
	it('differ by what --dry-run shows, which a patch makes', async () => {
		const folder = project();
		const { code, out, err } = await sync(folder, { 'dry-run': true });
		expect(code).toBe(0);
		await expect(out).toMatchFileSnapshot('scenario/expected.diff');
		await expect(err).toMatchFileSnapshot('scenario/dry-run.txt');
		expect(read(folder)).toBe(library);
		expect(readdirSync(folder).sort()).toEqual(['bibfolio.yaml', 'papers.bib']);
	});

	it('give the expected verdicts, each with a reason', async () => {
		const { out } = await sync(project(), { check: true, json: true });
		const { works, profiles, exitCode } = JSON.parse(out);
		const verdicts = new Map(works.map(({ title, verdict }: Record<string, string>) => [title, verdict]));
		const plain = (title: string) => title.replace(/<sup>2<\/sup>/, '²');
		// The works of the arXiv profile are in others, too.
		expect(listedWorks.map(({ title }) => verdicts.get(plain(title)))).toEqual(
			listedWorks.map(({ expected }) => expected),
		);
		expect(works).toHaveLength(38);
		expect(works.every(({ why }: { why: string }) => why !== '')).toBe(true);
		expect(profiles.map((profile: { works: number }) => profile.works)).toEqual(expect.arrayContaining([32, 29, 31]));
		expect(exitCode).toBe(1);
	});

	it('are the same after --yes but for what is unsure, and a second run changes nothing', async () => {
		const folder = project();
		const first = await sync(folder, { yes: true });
		expect(first.code).toBe(0);
		await expect(first.out).toMatchFileSnapshot('scenario/printed.txt');
		expect(first.err).toBe('');
		const after = read(folder);
		const second = await sync(folder, { yes: true });
		expect(second.code).toBe(0);
		expect(second.out).toContain('34 in the library, 3 unsure, 1 under another DOI');
		expect(second.out).not.toContain('Added');
		expect(read(folder)).toBe(after);
		expect(readdirSync(folder).sort()).toEqual(['bibfolio.yaml', 'papers.bib']);
		const loaded = loadProject(null, folder, {}, () => {});
		const problems = loaded ? build(loaded, { checks: true, thisYear: 2026 }).diagnostics : [];
		expect(problems.filter(({ code }) => /duplicate|syntax/.test(code))).toEqual([]);
	});

	it('have a certain difference: --check exits with 1 before, and with 0 after it', async () => {
		const folder = project();
		expect((await sync(folder, { check: true, quiet: true })).code).toBe(1);
		expect(read(folder)).toBe(library);
		await sync(folder, { yes: true });
		expect(await sync(folder, { check: true, quiet: true })).toEqual({ code: 0, out: '', err: '' });
	});

	it('are summarized as JSON', async () => {
		const { out, err } = await sync(project(), { yes: true, json: true });
		const { works, added, ...rest } = JSON.parse(out.replaceAll(server.url, 'http://localhost'));
		expect(err).toBe('');
		await expect(
			JSON.stringify({ ...rest, added: added.slice(0, 2), works: works.slice(0, 2) }, null, 2),
		).toMatchFileSnapshot('scenario/summary.json');
		expect(added).toHaveLength(8);
	});

	it('are printed with colors only where wanted, and never wider than the terminal', async () => {
		const plain = await sync(project(), { check: true });
		expect(plain.out).not.toContain('\u001b');
		expect(Math.max(...plain.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
		const coloured = await sync(project(), { check: true }, [], { colour: true });
		expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
		const piped = await sync(project(), { check: true }, [], { width: null });
		expect(piped.out).toContain('Turn-Taking in Video Meetings · Natural Language Engineering\n');
	});
});

describe('people', () => {
	it('are all those with an id, or those that are named by id, name or alias', async () => {
		const folder = folderWith({
			'papers.bib': library,
			'bibfolio.yaml': configuration(server.url).replace(
				'lookup:',
				'  - {name: "Weber, Max", id: max, aliases: ["Webber, Max"], dblp: 123/4567}\n  - Nemo, Ned\nlookup:',
			),
		});
		const all = await sync(folder, { check: true });
		expect(all.out.match(/^\S.*: ORCID.*|^\S.*: DBLP.*/gm)).toHaveLength(2);
		for (const word of ['max', 'Weber, Max', 'Max Webber', 'M. Weber'])
			expect((await sync(folder, { check: true }, [word])).out).toMatch(/^Max Weber: DBLP 29 works\n/);
		await expect(sync(folder, {}, ['Nemo, Ned'])).rejects.toMatchObject({
			message: 'No profile of Nemo, Ned to read',
			hint: 'Add "orcid" or another id of the person under "people"',
		});
		await expect(sync(folder, {}, ['mxa'])).rejects.toMatchObject({
			message: 'Unknown person "mxa"',
			hint: 'Did you mean "max"?',
		});
		await expect(sync(folder, {}, ['xxxxxxxx'])).rejects.toMatchObject({
			hint: 'People: lindqvist-clara, max, nemo-ned',
		});
	});

	it('need an id: the message says what to add', async () => {
		const folder = folderWith({ 'papers.bib': library, 'bibfolio.yaml': 'people: ["Lindqvist, Clara"]\n' });
		const { code, out, err } = await run(folder, ['sync']);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toBe(`error: No profile to read: no one under "people" has an ORCID iD or another id
  hint: Add the id of a person to bibfolio.yaml; "orcid" is enough:

people:
  - name: "Lindqvist, Clara"
    orcid: 0000-0002-1825-0097

  Other ids: dblp, inspire, hal, arxiv, openalex, semantic-scholar
`);
		const [, added = ''] = /\n\n(people:[\s\S]*?)\n\n/.exec(err) ?? [];
		expect(loadProject(null, folderWith({ 'a.bib': '', 'bibfolio.yaml': added }), {}, () => {})?.people).toMatchObject([
			{ name: 'Lindqvist, Clara', orcid: '0000-0002-1825-0097' },
		]);
	});
});

describe('works that the user names', () => {
	it('are remembered, in a file that is read again, and are asked for again when they are deleted there', async () => {
		const folder = project();
		const [one = '', other = ''] = homonyms.map(({ doi }) => doi);
		const { code, out } = await sync(folder, { 'not-mine': [one, `https://doi.org/${other}`] });
		expect(code).toBe(0);
		expect(out).toContain('Remembered 2 works in ignored-works.yaml');
		// Nothing else was done.
		expect(read(folder)).toBe(library);
		await expect(read(folder, 'ignored-works.yaml')).toMatchFileSnapshot('scenario/ignored-works.yaml');
		expect((await sync(folder, { check: true })).out).toContain('8 new, 1 unsure, 1 under another DOI, 2 ignored');
		const entries = read(folder, 'ignored-works.yaml').split(/^(?=- )/m);
		writeFileSync(join(folder, 'ignored-works.yaml'), entries.slice(0, -1).join(''));
		expect((await sync(folder, { check: true })).out).toContain('8 new, 2 unsure, 1 under another DOI, 1 ignored');
	});

	it('are only shown in a dry run, as a diff', async () => {
		const folder = project();
		const { code, out, err } = await sync(folder, { ignore: [cows?.doi ?? ''], 'dry-run': true });
		expect(code).toBe(0);
		expect(out).toMatch(/^--- \/dev\/null\n\+\+\+ b\/ignored-works\.yaml\n/);
		expect(out).toContain('+  why: ignore\n');
		expect(err).toContain('Would remember 1 work in ignored-works.yaml');
		expect(existsSync(join(folder, 'ignored-works.yaml'))).toBe(false);
	});

	it('are added, with --yes beside what is certain', async () => {
		const folder = project();
		const { out } = await sync(folder, { take: [cows?.doi ?? ''] });
		expect(out).toContain('Added 1 work to papers.bib');
		expect(read(folder)).toContain('Milk Yield of Swedish Red Cows');
		const { out: rest } = await sync(folder, { ignore: ['10.1000/nle.2021.601v2'], yes: true });
		// The co-authors of the work that the user took are known now, so their other works are certain.
		expect(rest).toContain('Added 10 works to papers.bib');
		expect(rest).toContain('Remembered 1 work in ignored-works.yaml');
		expect((await sync(folder, { check: true })).out).toContain('37 in the library, 1 ignored, nothing new');
	});

	it.each([
		[{ take: ['10.1000/unknown'] }, 'No profile has a work with the identifier "10.1000/unknown"'],
		[{ ignore: ['10.1000/acl.2021.640'] }, '"10.1000/acl.2021.640" is in the library: ozdemir2021cost'],
		[{ 'not-mine': ['Cows'] }, 'No profile has a work with the identifier "Cows"'],
	])('must be in a profile and not in the library: %j', async (options, message) => {
		const folder = project();
		await expect(sync(folder, options)).rejects.toMatchObject({ message });
		expect(readdirSync(folder).sort()).toEqual(['bibfolio.yaml', 'papers.bib']);
	});

	it('are remembered in the configured file, with the comments of the user', async () => {
		const folder = project('sync: {ignored: notes/ignored.yaml}\n');
		mkdirSync(join(folder, 'notes'));
		writeFileSync(join(folder, 'notes/ignored.yaml'), '# Ours.\n- title: Zebras # no\n  why: ignore\n');
		await sync(folder, { ignore: [cows?.doi ?? ''] });
		expect(read(folder, 'notes/ignored.yaml')).toMatch(/^# Ours\.\n- title: Zebras # no\n {2}why: ignore\n- doi: /);
		expect(existsSync(join(folder, 'ignored-works.yaml'))).toBe(false);
	});

	it('are not remembered outside the project or in an invalid file', async () => {
		const outside = project('sync: {ignored: ../ignored.yaml}\n');
		expect(await sync(outside, { yes: true })).toMatchObject({ code: 2 });
		expect(read(outside)).toBe(library);
		const invalid = project();
		writeFileSync(join(invalid, 'ignored-works.yaml'), '- title: Zebras\n');
		const { code, err } = await sync(invalid, { yes: true });
		expect(code).toBe(2);
		expect(err).toContain('ignored-works.yaml:1:3: error: Missing key "why"');
		expect(read(invalid)).toBe(library);
	});
});

describe('services', () => {
	it('may fail: the others are compared, with a warning', async () => {
		const { url } = await scenarioServer({ [paths.orcid]: failing });
		const folder = scenarioFolder(url);
		const { code, out, err } = await sync(folder, { yes: true });
		expect(code).toBe(0);
		expect(out).toContain('ORCID not read, DBLP 29 works');
		expect(err).toMatch(
			/warning: Cannot read ORCID profile 0000-0002-1825-0097: 127\.0\.0\.1:\d+ responded with status 500/,
		);
		expect(out).toContain('Added');
	});

	it('may all fail: nothing is changed, and the exit code is 1', async () => {
		const { url } = await scenarioServer({
			'/*': failing,
			...Object.fromEntries(Object.values(paths).map((path) => [path, failing])),
		});
		const folder = scenarioFolder(url);
		const { code, err } = await sync(folder, { yes: true });
		expect(code).toBe(1);
		expect(err).toMatch(/error: Cannot read 4 profiles: 127\.0\.0\.1:\d+ responded with status 500/);
		expect(read(folder)).toBe(library);
	});

	it('may be out of reach: the message says that the computer is offline', async () => {
		const folder = scenarioFolder('http://bibfolio.invalid');
		const { code, err } = await sync(folder, { yes: true });
		expect(code).toBe(1);
		expect(err).toMatch(/bibfolio\.invalid cannot be reached|no network/i);
		expect(read(folder)).toBe(library);
	});

	it('are asked for the record of each new work once, and never for that of a work in the library', async () => {
		const own = await scenarioServer();
		await sync(scenarioFolder(own.url), { check: true });
		const records = own.asked.map(({ path }) => path).filter((path) => /^\/(?:doi|arxiv)\//.test(path));
		expect(new Set(records).size).toBe(records.length);
		expect(records.length).toBeLessThan(13);
	});

	it.each(badServices.filter(({ name }) => /garbage|empty|gone|web-page|torn/.test(name)))(
		'may answer with something else: $name',
		async ({ behaviour }) => {
			const { url } = await scenarioServer({ [paths.dblp]: behaviour });
			const folder = scenarioFolder(url);
			const { code, out, err } = await sync(folder, { check: true });
			expect(code).toBe(1);
			expect(out).toContain('DBLP not read');
			expect(err).toContain('warning: ');
		},
	);
});

describe('libraries', () => {
	it.each([
		['paper.bib', 'File "paper.bib" does not exist [file/missing]\n  hint: Did you mean "papers.bib"?'],
		['[papers.bib, talks.bib]', 'File "talks.bib" does not exist'],
	])('are not created if %s is a mistake', async (paths, message) => {
		const folder = folderWith({
			'papers.bib': library,
			'bibfolio.yaml': configuration(server.url).replace('library: papers.bib', `library: ${paths}`),
		});
		const { code, err } = await sync(folder, { yes: true });
		expect(code).toBe(2);
		expect(err).toContain(message);
		expect(readdirSync(folder).sort()).toEqual(['bibfolio.yaml', 'papers.bib']);
	});

	it('are created beside files with other names', async () => {
		const folder = folderWith({
			'teaching.bib': library,
			'bibfolio.yaml': configuration(server.url),
		});
		await sync(folder, { yes: true });
		expect(existsSync(join(folder, 'papers.bib'))).toBe(true);
	});

	it('are created in a folder without one', async () => {
		const folder = folderWith({ 'bibfolio.yaml': configuration(server.url).replace('library: papers.bib\n', '') });
		const { code, out } = await sync(folder, { yes: true });
		expect(code).toBe(0);
		expect(out).toMatch(/^Added \d+ works to publications\.bib$/m);
		expect((await sync(folder, { check: true })).code).toBe(0);
	});

	it('of several files get each work in the file with others of its kind, or in the one after --to', async () => {
		const [articles, talks] = [library.match(/^@article[\s\S]*?^}\n/gm), library.match(/^@inproc[\s\S]*?^}\n/gm)];
		const files = { 'articles.bib': articles?.join('\n') ?? '', 'talks.bib': talks?.join('\n') ?? '' };
		const folder = folderWith({
			...files,
			'bibfolio.yaml': configuration(server.url).replace('papers.bib', '"*.bib"'),
		});
		const { out } = await sync(folder, { yes: true });
		expect(out).toMatch(/^Added \d+ works to talks\.bib$/m);
		expect(read(folder, 'articles.bib')).toContain('Who Speaks Next?');
		expect(read(folder, 'talks.bib')).toContain('Tone Sandhi');
		const named = project();
		expect((await sync(named, { yes: true, to: 'new/added.bib' })).out).toContain('Added 8 works to new/added.bib');
		expect(read(named)).toBe(library);
		expect(read(named, 'new/added.bib').match(/^@/gm)).toHaveLength(8);
	});

	it.each([
		['is read-only', (file: string) => chmodSync(file, 0o444), 'read-only'],
		[
			'contains a merge conflict',
			(file: string) => writeFileSync(file, `<<<<<<< HEAD\n${library}=======\n>>>>>>> x\n`),
			'Merge conflict marker in papers.bib',
		],
	])('stay as they are if one %s', async (_, change, message) => {
		const folder = project();
		change(join(folder, 'papers.bib'));
		const before = read(folder);
		const { code, out, err } = await sync(folder, { yes: true });
		expect(code).toBe(1);
		expect(err).toContain(message);
		expect(out).not.toContain('Added');
		expect(read(folder)).toBe(before);
	});

	it('with errors are compared without the entries that have them, with a warning', async () => {
		const { url } = await scenarioServer({ [paths.dblp]: failing });
		const folder = scenarioFolder(url);
		const broken = '@misc{one,\n  title = {A\n';
		writeFileSync(join(folder, 'papers.bib'), `${library}\n${broken}`);
		const { code, err } = await sync(folder, { yes: true });
		expect(err.match(/^.*warning: .*$/gm)?.length).toBeGreaterThan(1);
		expect(err).toMatch(/^warning: Cannot read DBLP profile/);
		expect(err).toMatch(/papers\.bib:\d+:\d+: warning: /);
		expect(code).toBe(0);
		expect(read(folder)).toContain(broken);
	});
});

it('stops waiting for a service after the time-out', async () => {
	const { url } = await scenarioServer({ [paths.dblp]: hanging, [paths.openalex]: text('[]') });
	const { code, out } = await sync(scenarioFolder(url, '  time-out: 0.3\n'), { check: true });
	expect(code).toBe(1);
	expect(out).toContain('ORCID 32 works, DBLP not read');
});
