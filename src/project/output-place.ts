import { formats } from '../formats/index.ts';
import type { OutputSpec } from '../output/output.ts';
import type { Place } from '../render/documents/place.ts';
import { valueIn } from '../text/value-in.ts';
import type { Project } from './project.ts';
import { relativeAddress } from './relative-address.ts';

/** The addresses of an output, and of the other outputs of its list relative to it. */
export function placeOf(spec: OutputSpec, outputs: readonly OutputSpec[], { site }: Pick<Project, 'site'>): Place {
	const other = (format: string) =>
		outputs.find((output) => output.format === format && output.list === spec.list && output.locale === spec.locale) ??
		null;
	const isFolder = valueIn(formats, spec.format)?.folder === true;
	const from = isFolder ? `${spec.path}/index.html` : spec.path;
	const [page, feed, works] = [other('html-page'), other('atom'), other('works')];
	return {
		url: spec.address,
		site,
		page: page && (page.address ?? relativeAddress(from, page.path)),
		nearPage: page && relativeAddress(from, page.path),
		works: works && (works.address ?? relativeAddress(from, works.path)),
		feed: feed && relativeAddress(from, feed.path),
		nearFolder: isFolder ? relativeAddress(page?.path ?? spec.path, spec.path) : null,
	};
}
