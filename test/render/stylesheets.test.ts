import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '../../src/render/engine/built-in-templates.ts';

const stylesheets = Object.entries(builtInTemplates.files).filter(([name]) => name.endsWith('.css'));

/** Shorthands whose four values are top, right, bottom and left. */
const fourSides = /^(?:margin|padding|inset|scroll-margin|scroll-padding|border-(?:color|style))$/;

/** Declarations with a side of the screen instead of one of the text, which a list from right to left would not mirror. */
function physical(css: string): string[] {
	const declarations = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([a-z-]+):\s*([^;{}]+);/g);
	return [...declarations].flatMap(([declaration, property = '', value = '']) => {
		const named = /\b(?:left|right)\b/.test(property) || /^(?:left|right)$/.test(value);
		const sides = value.split(/\s+(?![^(]*\))/);
		const uneven = fourSides.test(property) && sides.length === 4 && sides[1] !== sides[3];
		const corners = property === 'border-radius' && sides.length === 4;
		const isMirrored = !corners || (sides[0] === sides[1] && sides[2] === sides[3]);
		return named || uneven || !isMirrored ? [declaration] : [];
	});
}

describe.each(stylesheets)('%s', (_, css) => {
	it('is mirrored from right to left', () => {
		expect(physical(css)).toEqual([]);
	});
});

it('finds declarations that are not mirrored', () => {
	const css = '.a { margin: 0 1em 0 0; padding-left: 1em; float: left; border-radius: 0 4px 4px 0; margin: 0 1em; }';
	expect(physical(css)).toEqual([
		'margin: 0 1em 0 0;',
		'padding-left: 1em;',
		'float: left;',
		'border-radius: 0 4px 4px 0;',
	]);
});
