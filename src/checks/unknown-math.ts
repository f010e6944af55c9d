import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { unknownInMath } from '../formats/math/mathml.ts';
import type { UserCommands } from '../latex/commands/user-commands.ts';
import { parseLatex } from '../latex/parse-latex.ts';
import type { RichText } from '../latex/rich-text.ts';
import type { Field } from '../library/entry.ts';
import { placesInValue } from '../library/value-places.ts';
import { definitionHint } from '../publications/rich-fields.ts';
import type { CheckContext } from './check-context.ts';

/** Fields whose formulas readers see. */
const shownFields = ['title', 'subtitle', 'booktitle', 'journal', 'journaltitle', 'note', 'addendum', 'abstract'];
const mayContainMath = /\$|\\[([]|\\(?:ensuremath|begin)\b/;

/** Reports commands in formulas that have no meaning: readers of HTML see only their arguments. */
export function unknownMath({ publications }: CheckContext, report: Report): void {
	for (const { entry, commands } of publications) {
		for (const name of shownFields) {
			const field = entry.fields.get(name);
			if (!field || field.inheritedFrom || !mayContainMath.test(field.value)) continue;
			const unknown = unknownCommands(field, commands);
			if (unknown.size === 0) continue;
			const placeOf = placesInValue(field);
			for (const command of unknown) {
				const at = new RegExp(`${command.replace('\\', '\\\\')}(?![A-Za-z])`).exec(field.value)?.index;
				const span = at === undefined ? field.span : placeOf(at, at + command.length);
				const message = `Unknown command ${command} in a formula; only its arguments are shown`;
				report(diagnostic('text/unknown-command', message, { span, hint: definitionHint(command) }));
			}
		}
	}
}

function unknownCommands(field: Field, commands: UserCommands): ReadonlySet<string> {
	return new Set(
		mathIn(parseLatex(field.value, { commands })).flatMap(({ tex, display }) => unknownInMath(tex, display)),
	);
}

function mathIn(text: RichText): readonly { readonly tex: string; readonly display: boolean }[] {
	return text.flatMap((node) => (node.type === 'math' ? [node] : 'children' in node ? mathIn(node.children) : []));
}
