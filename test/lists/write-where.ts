import type { Selector } from '../../src/lists/selector.ts';

/** Writes a selector in the syntax that `parseWhere` reads. */
export function writeWhere(selector: Selector): string {
	return writeAll(selector).join(' ');
}

function writeAll(selector: Selector): string[] {
	return Object.entries(selector).flatMap(([name, value]): string[] => {
		if (name === 'and') return (value as readonly Selector[]).map(grouped);
		if (name === 'or') return [`(${(value as readonly Selector[]).map(writeWhere).join(' or ')})`];
		if (name === 'not') return [`not ${grouped(value as Selector)}`];
		if (name === 'field') {
			return Object.entries(value as NonNullable<Selector['field']>).map(
				([field, texts]) => `field.${field}=${texts.map(quoted).join(',')}`,
			);
		}
		if (name === 'year' || name === 'members' || name === 'citations') {
			const ranges = value as NonNullable<Selector['year']>;
			return [
				`${name}=${ranges.map(({ from, to }) => (from === to && from !== null ? from : `${from ?? ''}..${to ?? ''}`)).join(',')}`,
			];
		}
		if (name === 'current' && typeof value === 'string') return [`current=${value}`];
		if (typeof value === 'boolean') return [`${name}=${value ? 'yes' : 'no'}`];
		return [`${name}=${(value as readonly string[]).map(quoted).join(',')}`];
	});
}

function grouped(selector: Selector): string {
	return `(${writeWhere(selector)})`;
}

function quoted(text: string): string {
	return /^[^\s"'()=<>!,:\\]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
