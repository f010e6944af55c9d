import { dirname } from 'node:path';
import { formats } from '../formats/index.ts';
import type { OutputSpec } from '../output/output.ts';
import type { OtherPages } from '../render/documents/other-pages.ts';
import { valueIn } from '../text/value-in.ts';
import type { LinkedOutputs } from './linked-outputs.ts';
import { pageNavigation } from './page-navigation.ts';
import { partPages } from './part-pages.ts';
import type { Project } from './project.ts';
import { sharedFolder } from './project-outputs.ts';
import { relativeAddress } from './relative-address.ts';

/** Returns the pages that an output links to. */
export function outputLinks(linked: LinkedOutputs, { site }: Pick<Project, 'site'>): (spec: OutputSpec) => OtherPages {
	const { outputs } = linked;
	const partPagesOf = partPages(linked);
	const navigationOf = pageNavigation(linked);
	const siteFolder = sharedFolder(outputs.filter(({ region }) => region === null).map(({ path }) => dirname(path)));
	return (spec) => ({
		...partPagesOf(spec, basePath(spec, outputs)),
		...navigationOf(spec),
		root: rootOf(spec, siteFolder, site),
	});
}

/** The path that relative addresses in an output start from. Pages in a folder have the page of their list as their base. */
function basePath(spec: OutputSpec, outputs: readonly OutputSpec[]): string {
	if (!valueIn(formats, spec.format)?.folder) return spec.path;
	const page = outputs.find(
		({ format, list, locale }) => format === 'html-page' && list === spec.list && locale === spec.locale,
	);
	return page?.path ?? spec.path;
}

/** The folder of the site relative to an output. Without the address of the site, it is the folder of all outputs. */
function rootOf({ address, path }: OutputSpec, siteFolder: string, site: string | null): string {
	if (address !== null && site !== null) return '../'.repeat(address.slice(site.length).split('/').length - 1);
	const anyFile = 'file';
	return relativeAddress(path, `${siteFolder}/${anyFile}`).slice(0, -anyFile.length);
}
