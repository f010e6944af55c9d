/** A helper with an argument and a value given by name. */
export function shout(text, { hash }) {
	return text.toUpperCase() + (hash.mark ?? '!');
}

/** The options' `data`, and `this`. */
export function place({ data }) {
	return `${data.index + 1} of ${data.root.count}: ${this.key}`;
}

export default {
	/** A block helper with `fn` and `inverse`. */
	ifLong(list, { hash, fn, inverse }) {
		return list.length > (hash.than ?? 1) ? fn(this) : inverse(this);
	},
	/** A block helper with a context and a block parameter of its own. */
	pairs(list, { fn, data }) {
		return list.map((item, at) => fn({ item }, { data, blockParams: [at, item] })).join('');
	},
	/** Markup that is not escaped, as an object with Handlebars' `toHTML`. */
	mark: (text) => ({ toHTML: () => `<mark>${text}</mark>` }),
	/** A subexpression that gives a list. */
	words: (text) => text.split(' '),
	nothing: () => undefined,
	/** A raw block. */
	verbatimly: ({ fn }) => fn(),
};
