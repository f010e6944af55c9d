import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { addition } from '../library/syntax/addition.ts';
import { placesInValue } from '../library/value-places.ts';
import { stateOfNotice, titleWithNotice } from '../publications/editorial-notices.ts';
import type { CheckContext } from './check-context.ts';

/**
 * Reports titles that publishers marked: 'RETRACTED: …' (`field/title-notice`). Citations would repeat the mark as a part of
 * the title. Lists show it as a mark of the work, whichever way the entry states it.
 */
export function titleNotices({ publications }: CheckContext, report: Report): void {
	for (const { entry } of publications) {
		const field = entry.fields.get('title');
		const marked = field && !field.inheritedFrom ? titleWithNotice(field.value) : null;
		if (!field || !marked) continue;
		const { kind, title } = marked;
		const [name, value] = stateOfNotice(kind);
		const state = `${name} = {${value}}`;
		const isStated = entry.fields.has(name);
		const span = placesInValue(field)(0, field.value.length);
		const isPlaced = span !== field.span;
		report(
			diagnostic('field/title-notice', `Title of ${entry.key} contains the notice of a publisher`, {
				span: field.span,
				hint: `Use ${state} instead`,
				remedy: isPlaced ? [{ span, text: title }, ...addition(entry, isStated ? [] : [state])] : [],
			}),
		);
	}
}
