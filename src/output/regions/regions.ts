import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { nearest } from '../../text/closest-word.ts';
import { type HostKind, markerText } from './host-files.ts';
import type { Marker } from './markers.ts';

/** A stretch between two markers. */
export interface Region {
	readonly opening: Marker;
	readonly closing: Marker;
}

/**
 * The regions of a file by name. Null where one that is asked for is missing, or where a marker has no partner, stands in
 * another region or twice: each is reported (`output/marker`) with its place and what to do.
 */
export function regionsOf(
	host: Source,
	markers: readonly Marker[],
	kind: HostKind,
	names: readonly string[],
	report: Report,
): ReadonlyMap<string, Region> | null {
	const regions = new Map<string, Region>();
	let problems = 0;
	let open: Marker | null = null;
	const spanOf = ({ start, end }: Marker): Span => ({ source: host, start, end });
	const shown = (name: string, closes: boolean) => `“${markerText(kind, name, closes)}”`;
	const problem = (message: string, hint: string, marker?: Marker, first?: Marker) => {
		problems++;
		const related = first && [{ message: 'The first one is here', span: spanOf(first) }];
		report(diagnostic('output/marker', message, { hint, span: marker && spanOf(marker), related }));
	};
	const unclosed = (marker: Marker) =>
		problem(
			`The region “${marker.name}” is never closed`,
			`Put ${shown(marker.name, true)} below the place of the list`,
			marker,
		);

	for (const marker of markers) {
		const { name, closes } = marker;
		if (!closes && open) {
			if (open.name === name) unclosed(open);
			else
				problem(
					`The region “${name}” begins inside the region “${open.name}”`,
					`Close “${open.name}” before it: what stands between markers is replaced`,
					marker,
				);
		}
		if (!closes) open = marker;
		else if (open?.name === name) {
			const first = regions.get(name)?.opening;
			if (first)
				problem(`The region “${name}” stands here a second time`, 'Give one of them another name', open, first);
			else regions.set(name, { opening: open, closing: marker });
			open = null;
		} else if (!regions.has(name) || open)
			problem(
				`Unexpected ${shown(name, true)}: no region “${name}” is open here`,
				`Put ${shown(name, false)} above the place of the list`,
				marker,
			);
		else problem(`The region “${name}” is closed a second time`, 'Remove this marker', marker);
	}
	if (open) unclosed(open);
	if (problems) return null;
	for (const name of new Set(names)) {
		if (regions.has(name)) continue;
		const near = nearest(name, [...regions.keys()]);
		const remedy = `Put two lines where the list is to stand: ${shown(name, false)} and ${shown(name, true)}`;
		problem(
			`${host.path} has no markers for the region “${name}”`,
			near ? `Did you mean “${near}”? ${remedy}` : remedy,
		);
	}
	return problems ? null : regions;
}
