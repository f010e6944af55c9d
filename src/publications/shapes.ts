import type { Field } from '../library/entry.ts';

/**
 * Which fields an entry has, in their order, whatever they say. The thousands of entries of a library have a few
 * hundred shapes, so what follows from the names alone is worked out once for each: see {@link byShape}.
 */
export interface Shape {
	readonly names: readonly string[];
	/** For each name whether the field is inherited. */
	readonly inherited: readonly boolean[];
	/** What the functions of {@link byShape} gave, each at a place of its own. */
	readonly known: unknown[];
}

let places = 0;

/** A function of a shape that works out once for each shape what it gives. */
export function byShape<Value extends object | number>(make: (shape: Shape) => Value): (shape: Shape) => Value {
	const place = places++;
	return (shape) => {
		const before = shape.known[place] as Value | undefined;
		if (before !== undefined) return before;
		const value = make(shape);
		shape.known[place] = value;
		return value;
	};
}

/** The shape of an entry's fields: the same object for the same names in the same order. */
export function shapeOf(fields: readonly Field[]): Shape {
	if (steps > mostSteps) {
		steps = 0;
		start = new Step('', false, null);
	}
	let step = start;
	for (const { name, inheritedFrom } of fields) step = step.next(name, inheritedFrom !== null);
	step.shape ??= step.toShape();
	return step.shape;
}

/** So many are kept; then they are all forgotten. */
const mostSteps = 20_000;
let steps = 0;

/** A field on the way to a shape, behind the fields before it. */
class Step {
	shape: Shape | null = null;
	readonly name: string;
	readonly inherited: boolean;
	readonly before: Step | null;
	/** Where the last entry went on: most go on alike. */
	private latest: Step | null = null;
	private readonly all = new Map<string, Step>();

	constructor(name: string, inherited: boolean, before: Step | null) {
		this.name = name;
		this.inherited = inherited;
		this.before = before;
		steps++;
	}

	next(name: string, inherited: boolean): Step {
		const { latest } = this;
		if (latest !== null && latest.name === name && latest.inherited === inherited) return latest;
		const key = inherited ? `${name} inherited` : name;
		const step = this.all.get(key) ?? new Step(name, inherited, this);
		this.all.set(key, step);
		this.latest = step;
		return step;
	}

	toShape(): Shape {
		const way: Step[] = [];
		for (let step: Step = this; step.before !== null; step = step.before) way.unshift(step);
		return { names: way.map(({ name }) => name), inherited: way.map(({ inherited }) => inherited), known: [] };
	}
}

let start = new Step('', false, null);
