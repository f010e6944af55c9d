import { expect, it } from 'vitest';
import { builtInTemplates } from '../../../src/render/engine/built-in-templates.ts';

const css = (builtInTemplates.files['figure.css'] ?? '').replace(/\/\*[\s\S]*?\*\//g, '');
const [light = '', dark = ''] = css.split(/@media[^{]*\{/);

/** The last color of a class for a property. */
function colour(rules: string, name: string, property: 'fill' | 'stroke'): string | undefined {
	const blocks = [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selector = '']) =>
		selector.split(',').some((each) => each.trim().endsWith(name)),
	);
	const values = blocks.flatMap(([, , body = '']) => new RegExp(`${property}: (#[0-9a-f]{6})`).exec(body)?.[1] ?? []);
	return values.at(-1);
}

/** The contrast of two colors (WCAG 2.2, 'contrast ratio'). */
function contrast(one: string, other: string): number {
	const [high = 0, low = 0] = [one, other].map(luminance).sort((a, b) => b - a);
	return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
		.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const themes = [
	['light', light],
	['dark', dark],
] as const;

it.each(themes)('texts have a contrast of at least 4.5 in %s', (_, rules) => {
	const ground = colour(rules, '.bibfolio-figure-ground', 'fill') ?? '';
	for (const name of ['.bibfolio-figure text', '.bibfolio-figure-quiet'])
		expect(contrast(colour(rules, name, 'fill') ?? '', ground)).toBeGreaterThanOrEqual(4.5);
});

it.each(themes)('bars, their parts, people and lines have a contrast of at least 3 in %s', (_, rules) => {
	const ground = colour(rules, '.bibfolio-figure-ground', 'fill') ?? '';
	const strokes = ['part-1', 'part-2', 'part-3', 'part-4', 'part-5', 'link', 'base', 'former'];
	const fills = ['pattern', 'owner', 'member', 'outside'];
	const colours = [
		...strokes.map((name) => colour(rules, `.bibfolio-figure-${name}`, 'stroke')),
		...fills.map((name) => colour(rules, `.bibfolio-figure-${name}`, 'fill')),
	];
	for (const each of colours) expect(contrast(each ?? '', ground)).toBeGreaterThanOrEqual(3);
});

it('the dark theme replaces every color, and is not used in print', () => {
	const classes = (rules: string) => new Set(rules.match(/\.bibfolio-figure-[\w-]+(?=[^{}]*\{[^}]*#)/g));
	expect([...classes(dark)].sort()).toEqual([...classes(light)].sort());
	expect(css).toMatch(/@media screen and \(prefers-color-scheme: dark\)/);
});

it('the stylesheet has no properties and rules that converters of SVG do not know', () => {
	expect(css).not.toMatch(/var\(|&|color-mix|@import|url\(/);
});
