import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
	mayChangeLibrary,
	projectPlaces,
	projectTree,
	refusalOf,
	refusedPlace,
} from '../../../src/library/files/project-places.ts';
import { realPlace } from '../../../src/library/files/real-place.ts';
import { folderWith } from '../../folder.ts';

/** A Git work tree `site/` with a project in `site/papers/`, and folders next to it. */
function workTree() {
	const base = folderWith({
		'site/.git/HEAD': 'ref: refs/heads/main\n',
		'site/papers/papers.bib': '',
		'site/pages/index.md': '',
		'site/vendor/sub/.git': 'gitdir: ../../.git/modules/sub\n',
		'site/bare/HEAD': '',
		'site/bare/objects/x': '',
		'site/bare/refs/x': '',
		'outside/secret.txt': 'secret',
		'sitemap/x': '',
	});
	const site = join(base, 'site');
	const link = (target: string, path: string) => symlinkSync(target, join(site, path));
	link('../outside', 'out-link');
	link('../outside/new.html', 'file-link.html');
	link('../missing/deep', 'missing-link');
	link('pages', 'inside-link');
	link('.git', 'dot-git-link');
	link('loop', 'loop');
	link('..', 'pages/up');
	return { base, site, root: join(site, 'papers') };
}

const unnamed = { allowed: [], outputs: [], inputs: [] };

describe('A path that a configuration names', () => {
	const { base, site, root } = workTree();
	const { writable } = projectPlaces(root, unnamed);

	it.each([
		['out/list.html', null],
		['../pages/list.html', null],
		['../new/deep/list.html', null],
		['../inside-link/list.html', null],
		['../pages/up/papers/list.html', null],
		['../.github/workflows/x.html', null],
		['../.gitignore', null],
		['../loop', null],
		['../..', 'outside'],
		['../../list.html', 'outside'],
		['../../sitemap/list.html', 'outside'],
		['a/../../../../list.html', 'outside'],
		['/list.html', 'outside'],
		[join(base, 'outside/list.html'), 'outside'],
		[join(site, 'pages/list.html'), null],
		['../out-link/list.html', 'outside'],
		['../out-link/new/deep/list.html', 'outside'],
		['../file-link.html', 'outside'],
		['../missing-link', 'outside'],
		['../missing-link/list.html', 'outside'],
		// As in Node, `..` is resolved before links, for checking and for writing.
		['../pages/up/../../outside/list.html', null],
		['../pages/up/../../../outside/list.html', 'outside'],
		['../pages/up/out-link/list.html', 'outside'],
		['../.git/hooks/post-checkout', 'version-control'],
		['../.git', 'version-control'],
		['../.GIT/config', 'version-control'],
		['../.Git./config', 'version-control'],
		['../.git /config', 'version-control'],
		['../.g\u200cit/config', 'version-control'],
		['../git~1/config', 'version-control'],
		['../.git::$INDEX_ALLOCATION/config', 'version-control'],
		['../dot-git-link/config', 'version-control'],
		['../vendor/sub/.git', 'version-control'],
		['../new/.git/config', 'version-control'],
		['../bare/hooks/x', 'version-control'],
		['../.hg/hgrc', 'version-control'],
	])('may be used or not: %s', (path, refusal) => {
		expect(refusalOf(resolve(root, path), writable)).toBe(refusal);
	});

	it('may be in an allowed folder, but not in its folders of version control', () => {
		const places = projectPlaces(root, { ...unnamed, allowed: [join(base, 'outside')] });
		expect(refusalOf(join(site, 'out-link/list.html'), places.writable)).toBe(null);
		expect(refusalOf(join(base, 'outside/.git/config'), places.writable)).toBe('version-control');
		expect(refusalOf(join(base, 'sitemap/x'), places.readable)).toBe('outside');
		const git = projectPlaces(root, { ...unnamed, allowed: [join(site, '.git/pages')] });
		expect(refusalOf(join(site, '.git/pages/list.html'), git.writable)).toBe(null);
		expect(refusalOf(join(site, '.git/config'), git.writable)).toBe('version-control');
	});

	it('may be what the user named, for writing or for reading', () => {
		const outputs = [join(base, 'outside/cv.tex')];
		const places = projectPlaces(root, { ...unnamed, outputs, inputs: [join(base, 'sitemap')] });
		expect(refusalOf(join(base, 'outside/cv.tex'), places.writable)).toBe(null);
		expect(refusalOf(join(base, 'outside/cv.tex'), places.readable)).toBe('outside');
		expect(refusalOf(join(base, 'outside/other.tex'), places.writable)).toBe('outside');
		expect(refusalOf(join(base, 'sitemap/entry.hbs'), places.readable)).toBe(null);
	});

	it('is refused with a message that names the remedy', () => {
		const messages = ['../../new site/x.html', '../out-link/x.html', '../.git/x.html'].map((path) => {
			const { message, hint } = refusedPlace('write', path, root, writable) ?? {};
			return `${message}; ${hint}`;
		});
		expect(messages).toEqual([
			'Cannot write ../../new site/x.html: it is outside the project; Choose a path in the project, or allow this one with --allow-outside "../../new site"',
			'Cannot write ../out-link/x.html: a link leads outside the project; Choose a path in the project, or allow this one with --allow-outside ../../outside',
			'Cannot write ../.git/x.html: it is in a folder of version control; Choose another path',
		]);
	});
});

describe('The tree of a project', () => {
	it('is the work tree that contains it, or else its folder', () => {
		const { site, root, base } = workTree();
		expect(projectTree(root)).toBe(site);
		expect(projectTree(join(site, 'vendor/sub'))).toBe(join(site, 'vendor/sub'));
		expect(projectTree(join(base, 'outside'))).toBe(join(base, 'outside'));
	});

	it('is never a home folder in Git around it', () => {
		const home = folderWith({ '.git/HEAD': '', 'papers/papers.bib': '' });
		vi.stubEnv(process.platform === 'win32' ? 'USERPROFILE' : 'HOME', home);
		expect(homedir()).toBe(home);
		expect([projectTree(join(home, 'papers')), projectTree(home)]).toEqual([join(home, 'papers'), home]);
		vi.unstubAllEnvs();
	});
});

describe('A library outside the project', () => {
	it('may be changed only if it is a BibTeX file', () => {
		const { base, root, site } = workTree();
		const places = projectPlaces(root, { ...unnamed, inputs: [join(base, 'outside/named.txt')] });
		symlinkSync(join(base, 'outside/secret.txt'), join(root, 'link.bib'));
		const may = (path: string) => mayChangeLibrary(path, places);
		expect(may(join(base, 'outside/zotero.bib'))).toBe(true);
		expect(may(join(base, 'outside/secret.txt'))).toBe(false);
		expect(may(join(root, 'link.bib'))).toBe(false);
		expect(may(join(root, 'papers.txt'))).toBe(true);
		expect(may(join(base, 'outside/named.txt'))).toBe(true);
		expect(may(join(site, '.git/x.bib'))).toBe(false);
	});
});

describe('Random paths and links', () => {
	const name = fc.constantFrom('..', '.', 'a', 'b', 'link', '.git', '.GIT', 'papers', 'x.html', '');
	const path = fc.array(name, { minLength: 1, maxLength: 7 }).map((names) => names.join('/'));
	const links = fc.array(
		fc.tuple(
			fc.constantFrom('papers/link', 'papers/a/link', 'link', 'papers/b', 'papers/x.html', 'a/b'),
			fc.oneof(path, fc.constantFrom('../../outside', '/', '../../../outside/x.html', 'link', '../.git')),
		),
		{ maxLength: 4 },
	);

	it('never lead a write outside the work tree, or into its Git folder', () => {
		fc.assert(
			fc.property(links, fc.array(path, { minLength: 1, maxLength: 6 }), fc.boolean(), (all, paths, absolute) => {
				const base = folderWith({ 'site/.git/HEAD': '', 'site/papers/a/x': '', 'site/a/x': '', 'outside/x': '' });
				const site = join(base, 'site');
				for (const [place, target] of all) {
					try {
						symlinkSync(target, join(site, place));
					} catch {
						// The folder is missing, or the name is taken.
					}
				}
				const root = join(site, 'papers');
				const { writable } = projectPlaces(root, unnamed);
				for (const each of paths) {
					const file = resolve(root, absolute ? join(base, each) : each);
					if (refusalOf(file, writable) !== null) continue;
					// The place is what a build writes; the system must agree about where it is.
					const place = realPlace(file);
					try {
						mkdirSync(dirname(place), { recursive: true });
						writeFileSync(place, '');
					} catch {
						continue;
					}
					const written = realpathSync(place);
					expect(`${written}/`.startsWith(`${site}/`)).toBe(true);
					expect(written.toLowerCase().split('/')).not.toContain('.git');
				}
			}),
			{ numRuns: 150 },
		);
	});
});
