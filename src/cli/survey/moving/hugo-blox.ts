import { basename, dirname } from 'node:path/posix';
import { withoutTitles } from '../../../project/people-files/clean-names.ts';
import { escapedPattern } from '../../../text/escaped-pattern.ts';
import { freeNames } from '../../../text/free-names.ts';
import type { Folder } from '../folder.ts';
import { mappingIn, textIn } from '../site-configuration.ts';
import { type MovedPart, type MovedSettings, noSettings } from './moved-settings.ts';
import { pageFrontMatter } from './page-front-matter.ts';

type Mapping = Readonly<Record<string, unknown>>;

const publicationPage = /^content\/publications?\/[^/]+\/(?:index\.md|cite\.bib)$/;

/**
 * Reads a site of Hugo Blox (Wowchemy, Academic): a folder for each work with `cite.bib` and `index.md`, and one for each
 * person in `content/authors`. Null for other folders.
 */
export function hugoBlox(folder: Folder): MovedSettings | null {
	const bundles = [...new Set(folder.files.filter((file) => publicationPage.test(file)).map((file) => dirname(file)))];
	if (bundles.length === 0) return null;
	const withBib = bundles.filter((bundle) => folder.has(`${bundle}/cite.bib`));
	const parent = dirname(bundles[0] ?? '');
	const edits = withBib.map((bundle) => linkFields(bundle, folder));
	return {
		...noSettings,
		tool: `Hugo Blox (${parent})`,
		library: withBib.length ? [`${parent}/*/cite.bib`] : [],
		owner: ownerOf(folder),
		replacements: edits.flatMap((edit) => ('start' in edit ? edit : [])),
		notes: [
			...edits.flatMap((edit) => ('problem' in edit ? edit.problem : [])),
			...withoutBib(
				bundles.filter((bundle) => !withBib.includes(bundle)),
				folder,
			),
		],
	};
}

function withoutBib(bundles: readonly string[], folder: Folder): string[] {
	if (bundles.length === 0) return [];
	const dois = bundles.flatMap((bundle) => doiIn(pageFrontMatter(folder.text(`${bundle}/index.md`))) ?? []);
	const count = `Works without cite.bib: ${bundles.length}`;
	const others = bundles.length > 3 ? ', …' : '';
	if (dois.length) return [`${count}; add them: npx bibfolio add ${dois.join(' ')}`];
	return [
		`${count} (${bundles
			.slice(0, 3)
			.map((bundle) => basename(bundle))
			.join(', ')}${others}`,
	];
}

function doiIn(page: Mapping): string | null {
	const ids = mappingIn(mappingIn(page, 'hugoblox') ?? {}, 'ids');
	return textIn(page, 'doi') ?? (ids && textIn(ids, 'doi'));
}

/** Keys of a page and fields with the same link. */
const linkKeys = [
	...['url_pdf', 'url_preprint', 'url_code', 'url_dataset', 'url_slides', 'url_poster', 'url_video', 'url_project'],
	'url_source',
];

/** The links and the image of a page as fields of its `cite.bib`, as far as these are missing. */
function linkFields(bundle: string, folder: Folder): MovedPart | { readonly problem: string[] } {
	const file = `${bundle}/cite.bib`;
	const text = folder.text(file);
	const fields = fieldsOf(bundle, folder).filter(([name]) => !new RegExp(`\\b${name}\\s*=`, 'i').test(text));
	if (fields.length === 0) return { problem: [] };
	const trimmed = text.trimEnd();
	if (!trimmed.endsWith('}') || (text.match(/^[ \t]*@\w+\s*\{/gm) ?? []).length !== 1)
		return { problem: [`Add to ${file}: ${fields.map(([name, value]) => `${name} = {${value}}`).join(', ')}`] };
	const body = trimmed.slice(0, -1).trimEnd();
	const comma = body.endsWith(',') ? ',' : '';
	const start = body.length - comma.length;
	const tail = text.slice(body.length);
	const indent = /\n([ \t]+)[\w-]+\s*=/.exec(text)?.[1] ?? '  ';
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const lines = fields.map(([name, value]) => `,${newline}${indent}${name} = {${value}}`);
	const line = text.slice(0, start).split('\n').length;
	const write = () => `${lines.join('')}${comma}${tail}`;
	return { file, line, start, end: text.length, written: comma + tail, list: null, write };
}

function fieldsOf(bundle: string, folder: Folder): (readonly [name: string, value: string])[] {
	const page = pageFrontMatter(folder.text(`${bundle}/index.md`));
	const name = basename(bundle);
	const address = bundle.replace(/^content/, '');
	const isHere = (path: string) => folder.has(`${bundle}/${path}`);
	const resolved = (value: string) =>
		/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(value) ? value : isHere(value) ? `${address}/${value}` : `/${value}`;
	const named = linkKeys.flatMap((key): [string, string][] => {
		const value = textIn(page, key);
		return value === null ? [] : [[key, resolved(value)]];
	});
	const pdf: [string, string][] =
		textIn(page, 'url_pdf') === null && isHere(`${name}.pdf`) ? [['url_pdf', `${address}/${name}.pdf`]] : [];
	const freeName = freeNames((field) => others.some(([other]) => other === field));
	const others: [string, string][] = [];
	for (const link of Array.isArray(page['links']) ? page['links'] : []) {
		const [label, url] =
			typeof link === 'object' && link ? [labelOf(link as Mapping), textIn(link as Mapping, 'url')] : [];
		if (label && url) others.push([freeName(label), resolved(url)]);
	}
	const image = folder.files.find((file) =>
		new RegExp(`^${escapedPattern(bundle)}/featured\\.(?:png|jpe?g|webp|svg|gif)$`, 'i').test(file),
	);
	const preview: [string, string][] = image ? [['preview', image.replace(/^content/, '')]] : [];
	const selected: [string, string][] = page['featured'] === true ? [['selected', 'true']] : [];
	// An address with braces would end the field.
	return [...named, ...pdf, ...others, ...preview, ...selected].filter(([, value]) => !/[{}\\]/.test(value));
}

/** The field of an entry in `links`: `type: slides` or `name: Talk page`. */
function labelOf(link: Mapping): string | null {
	const type = textIn(link, 'type');
	if (type !== null && linkKeys.includes(`url_${type.toLowerCase()}`)) return `url_${type.toLowerCase()}`;
	const words = (textIn(link, 'name') ?? type ?? '').replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '');
	return /^[\x21-\x7e]+$/.test(words) ? `link_${words}` : null;
}

/** The owner in `content/authors`: the `superuser`, or else `admin`; null without one. */
function ownerOf(folder: Folder): string | null {
	const people = folder.files
		.filter((file) => /^content\/authors?\/[^/]+\/_?index\.md$/.test(file))
		.flatMap((file) => {
			const page = pageFrontMatter(folder.text(file));
			const name = textIn(page, 'title') ?? textIn(page, 'name');
			return name === null ? [] : [{ name, page, slug: basename(dirname(file)) }];
		});
	const owner = people.find(({ page }) => page['superuser'] === true) ?? people.find(({ slug }) => slug === 'admin');
	return owner ? withoutTitles(owner.name) : null;
}
