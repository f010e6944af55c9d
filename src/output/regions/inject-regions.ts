import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { source } from '../../diagnostics/source.ts';
import type { Output } from '../output.ts';
import { type HostKind, hostKindOf } from './host-files.ts';
import { type HostText, readHostText } from './host-text.ts';
import { containsMarker, findMarkers } from './markers.ts';
import { type Region, regionsOf } from './regions.ts';

/**
 * The bytes of a file with outputs inserted between its markers. All other bytes stay the same, including the byte order
 * mark and line endings. Null, with `output/marker` reported, if that is not possible.
 *
 * @param outputs the outputs of this file, each with its region
 */
export function injectRegions(path: string, bytes: Buffer, outputs: readonly Output[], report: Report): Buffer | null {
	const kind = hostKindOf(path);
	if (!kind)
		return refuse(
			`Cannot insert a list into ${path}: unsupported file type`,
			'Write the list to a separate file',
			report,
		);
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

/** The text between two markers: the list, indented like the first one, and the whitespace before the second one. */
function between(contents: string, host: string, { opening, closing }: Region, kind: HostKind): string {
	const eol = (/\r\n?|\n/.exec(host.slice(opening.end)) ?? /\r\n?|\n/.exec(host))?.[0] ?? '\n';
	const prefix = opening.prefix ?? '';
	const lines = contents.replace(/(?<!\n)\n+$/, '').split('\n');
	const padded = kind.blankLines ? ['', ...lines, ''] : lines;
	const written = padded.map((line) => (line === '' ? prefix.trimEnd() : prefix + line));
	return eol + written.map((line) => line + eol).join('') + (closing.prefix ?? '');
}

function fits({ path, region, contents }: Output, host: HostText, kind: HostKind, report: Report): boolean {
	const character = host.unencodable(contents);
	if (character !== '')
		refuse(`Cannot write "${character}" to ${path}: the file is not UTF-8`, 'Save the file as UTF-8', report);
	else if (containsMarker(contents, kind))
		refuse(`The list for region "${region}" of ${path} contains a marker`, 'Remove it from the template', report);
	else return true;
	return false;
}

function refuse(message: string, hint: string, report: Report): null {
	report(diagnostic('output/marker', message, { hint }));
	return null;
}
