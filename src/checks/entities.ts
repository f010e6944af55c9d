import { diagnostic, type Edit, type Report } from '../diagnostics/diagnostic.ts';
import type { Field } from '../library/entry.ts';
import { placesInValue } from '../library/value-places.ts';
import { entityAt } from '../text/html-entities.ts';
import { valueIn } from '../text/value-in.ts';
import type { CheckContext } from './check-context.ts';

/** Fields that contain TeX, unlike URLs, which have their own escapes. */
const texFields: ReadonlySet<string> = new Set(
	`title subtitle booktitle journal journaltitle author editor publisher series institution school organization address
	location note abstract keywords maintitle eventtitle shorttitle`.split(/\s+/),
);

/** TeX for characters that are special in TeX. */
const inTex: Readonly<Record<string, string>> = {
	'&': '\\&',
	'%': '\\%',
	'#': '\\#',
	$: '\\$',
	_: '\\_',
	'\u00a0': '~',
};

/** Reports HTML entities (`&amp;`, `&uuml;`), once with their count. Bibfolio reads them, but BibTeX and biber do not. */
export function entities({ publications }: CheckContext, report: Report): void {
	const edits = publications.flatMap(({ entry }) =>
		[...entry.fields.values()].flatMap((field) =>
			field.inheritedFrom || !texFields.has(field.name) ? [] : editsIn(field),
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
	const placeOf = placesInValue(field);
	const edits: Edit[] = [];
	for (let at = value.search(/\{?\\?&/); at !== -1 && at < value.length; at++) {
		const entity = entityAt(value, at);
		// A decoded < could begin a tag, and a decoded brace or backslash would change the TeX.
		if (!entity || /[<>{}\\^~]/.test(entity.character)) continue;
		const span = placeOf(at, entity.end);
		if (span !== field.span) edits.push({ span, text: valueIn(inTex, entity.character) ?? entity.character });
		at = entity.end - 1;
	}
	return edits;
}
