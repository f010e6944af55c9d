import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { source } from '../../diagnostics/source.ts';
import type { Output } from '../output.ts';
import { type HostKind, hostKindOf } from './host-files.ts';
import { type HostText, readHostText } from './host-text.ts';
import { findMarkers, showsMarker } from './markers.ts';
import { type Region, regionsOf } from './regions.ts';

/**
 * The bytes of a file with outputs between its markers. Every other byte stays: encoding, byte order mark, line ends. Null,
 * with the reason reported (`output/marker`), where that cannot be.
 *
 * @param outputs those of this file, each with its region
 */
export function inject(path: string, bytes: Buffer, outputs: readonly Output[], report: Report): Buffer | null {
	const kind = hostKindOf(path);
	if (!kind)
		return refuse(`${path} is no kind of file that a list can be put into`, 'Give it a file of its own', report);
	const host = readHostText(bytes);
	const names = outputs.map(({ region }) => region ?? '');
	const regions = regionsOf(source(path, host.text), findMarkers(host.text, kind), kind, names, report);
	if (!regions || !outputs.every((output) => fits(output, host, kind, report))) return null;
	const contents = new Map(outputs.map((output) => [output.region, output.contents]));
	let [text, end] = ['', 0];
	for (const [name, { opening, closing }] of regions) {
		const written = contents.get(name);
		if (written === undefined) continue;
		text += host.text.slice(end, opening.end) + between(written, host.text, { opening, closing }, kind);
		end = closing.start;
	}
	return host.encode(text + host.text.slice(end));
}

/** What stands between two markers: the list in lines like that of the first one, and the second one's own blanks. */
function between(contents: string, host: string, { opening, closing }: Region, kind: HostKind): string {
	const eol = (/\r\n?|\n/.exec(host.slice(opening.end)) ?? /\r\n?|\n/.exec(host))?.[0] ?? '\n';
	const prefix = opening.prefix ?? '';
	const lines = contents.replace(/\n+$/, '').split('\n');
	const padded = kind.blankLines ? ['', ...lines, ''] : lines;
	const written = padded.map((line) => (line === '' ? prefix.trimEnd() : prefix + line));
	return eol + written.map((line) => line + eol).join('') + (closing.prefix ?? '');
}

function fits({ path, region, contents }: Output, host: HostText, kind: HostKind, report: Report): boolean {
	const character = host.missing(contents);
	if (character !== '')
		refuse(`${path} is not UTF-8, and its encoding may lack “${character}”`, 'Save the file as UTF-8', report);
	else if (showsMarker(contents, kind))
		refuse(`The list for the region “${region}” of ${path} has a marker in it`, 'Look at its template', report);
	else return true;
	return false;
}

function refuse(message: string, hint: string, report: Report): null {
	report(diagnostic('output/marker', message, { hint }));
	return null;
}
