import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the packages whose code is in the bundles (by esbuild's metafiles), relative to the root, sorted. */
function bundledPackages(metafiles) {
	const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
	const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
	const paths = inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
	return [...new Set(paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []))].sort();
}

/** The licence texts of those packages, one after the other. Throws if a package has none. */
export function licences(metafiles, root) {
	const parts = bundledPackages(metafiles).map((folder) => {
		const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
		return `${name} ${version}\n\n${licenceText(join(root, folder), name)}\n`;
	});
	return `Bibfolio's compiled code contains these packages.\n\n${[...new Set(parts)].join(`\n${'-'.repeat(72)}\n\n`)}`;
}

/** Packages published without a licence file, each with a package of the same author and licence that has one. */
const sameLicence = {
	'@citation-js/date': '@citation-js/core',
	'@citation-js/name': '@citation-js/core',
	'@nodable/entities': 'fast-xml-parser',
};

function licenceText(folder, name) {
	const place = name in sameLicence ? join(folder.slice(0, -name.length), sameLicence[name]) : folder;
	const file = readdirSync(place).find((entry) => /^licen[cs]e/i.test(entry));
	if (!file) throw new Error(`The package ${name} has no licence file`);
	return readFileSync(join(place, file), 'utf8').trim();
}
