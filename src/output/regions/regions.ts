import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../diagnostics/source.ts';
import { closestWord } from '../../text/closest-word.ts';
import { type HostKind, markerText } from './host-files.ts';
import type { Marker } from './markers.ts';

/** The part of a file between two markers. */
export interface Region {
	readonly opening: Marker;
	readonly closing: Marker;
}

/**
 * The regions of a file by name. Null if a requested one is missing, or if a marker is unpaired, nested or duplicate; each
 * problem is reported as `output/marker`.
 *
 * @param names the requested regions
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
	const quoted = (name: string, closes: boolean) => `"${markerText(kind, name, closes)}"`;
	const reportProblem = (message: string, hint: string, marker?: Marker, first?: Marker) => {
		problems++;
		const related = first && [{ message: 'The first one is here', span: spanOf(first) }];
		report(diagnostic('output/marker', message, { hint, span: marker && spanOf(marker), related }));
	};
	const reportUnclosed = (marker: Marker) =>
		reportProblem(
			`Unclosed region "${marker.name}"`,
			`Add ${quoted(marker.name, true)} below the place for the list`,
			marker,
		);

	for (const marker of markers) {
		const { name, closes } = marker;
		if (!closes && open) {
			if (open.name === name) reportUnclosed(open);
			else
				reportProblem(
					`Nested region "${name}" inside region "${open.name}"`,
					`Close "${open.name}" first; everything between markers is replaced`,
					marker,
				);
		}
		if (!closes) open = marker;
		else if (open?.name === name) {
			const first = regions.get(name)?.opening;
			if (first) reportProblem(`Duplicate region "${name}"`, 'Rename one of them', open, first);
			else regions.set(name, { opening: open, closing: marker });
			open = null;
		} else if (!regions.has(name) || open)
			reportProblem(
				`Unexpected ${quoted(name, true)}: region "${name}" is not open`,
				`Add ${quoted(name, false)} above the place for the list`,
				marker,
			);
		else reportProblem(`Region "${name}" is closed twice`, 'Remove this marker', marker);
	}
	if (open) reportUnclosed(open);
	if (problems) return null;
	for (const name of new Set(names)) {
		if (regions.has(name)) continue;
		const near = closestWord(name, [...regions.keys()]);
		const remedy = `Add the lines ${quoted(name, false)} and ${quoted(name, true)} where the list should appear`;
		reportProblem(
			`Missing markers for region "${name}" in ${host.path}`,
			near ? `Did you mean "${near}"? ${remedy}` : remedy,
		);
	}
	return problems ? null : regions;
}
