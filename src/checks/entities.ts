import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Field } from '../library/entry.ts';
import { placeInValue } from '../library/value-places.ts';
import { entityAt } from '../text/html-entities.ts';
import type { CheckContext } from './check-context.ts';

/** Fields whose value is TeX; an address has escapes of its own. */
const texts: ReadonlySet<string> = new Set(
	`title subtitle booktitle journal journaltitle author editor publisher series institution school organization address
	location note abstract keywords maintitle eventtitle shorttitle`.split(/\s+/),
);

/** What a character is in TeX, where it is a sign there. What could begin a tag is left alone. */
const inTex: Readonly<Record<string, string>> = {
	'&': '\\&',
	'%': '\\%',
	'#': '\\#',
	$: '\\$',
	_: '\\_',
	'\u00a0': '~',
};

/**
 * Reports characters that are written as in HTML (`&amp;`, `&uuml;`), once with their count: they come out right in
 * Bibfolio, and nowhere else.
 */
export function entities({ publications }: CheckContext, report: Report): void {
	const edits = publications.flatMap(({ entry }) =>
		[...entry.fields.values()].flatMap((field) =>
			field.inheritedFrom || !texts.has(field.name) ? [] : editsIn(field),
		),
	);
	const [first] = edits;
	if (!first) return;
	const { source, start, end } = first.span;
	const count = edits.length === 1 ? '' : ` (and ${edits.length - 1} more)`;
	const message = `Unexpected HTML entity "${source.text.slice(start, end)}"${count}`;
	report(diagnostic('text/entity', message, { span: first.span, hint: `Use "${first.text}"`, remedy: edits }));
}

function editsIn(field: Field): Edit[] {
	const { value } = field;
	if (!value.includes('&')) return [];
	const edits: Edit[] = [];
	for (let at = value.search(/\{?\\?&/); at !== -1 && at < value.length; at++) {
		const found = entityAt(value, at);
		if (!found || /[<>{}\\^~]/.test(found.character)) continue;
		const span = placeInValue(field, at, found.end);
		if (span !== field.span) edits.push({ span, text: inTex[found.character] ?? found.character });
		at = found.end - 1;
	}
	return edits;
}
