import { plainText } from '../../src/latex/plain-text.ts';
import { quotations } from '../../src/latex/quotations.ts';
import type { RichText } from '../../src/latex/rich-text.ts';

/** A title as an English list shows it: in quotation marks, which alternate with those in the title. */
export function quotedTitle(title: RichText): string {
	return plainText([{ type: 'quote', children: quotations(title) }]);
}
