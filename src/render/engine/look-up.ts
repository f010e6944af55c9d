/** A view whose properties are getters. */
export abstract class View {}

/**
 * The property of a context that a template may read: an own property or a getter of a view, but no method. Undefined if
 * there is none.
 */
export function propertyOf(object: unknown, name: string): unknown {
	if (object === null || object === undefined) return undefined;
	if (typeof object !== 'object') return Object.hasOwn(Object(object), name) ? Object(object)[name] : undefined;
	const value = (object as Readonly<Record<string, unknown>>)[name];
	// Apart from methods, objects here inherit nothing but `__proto__`.
	if (typeof value !== 'function' && name !== '__proto__') return value;
	return Object.hasOwn(object, name) ? value : undefined;
}

/** Names of all properties of an object that a template may read. */
export function namesOf(object: object): readonly string[] {
	const names = new Set(Object.keys(object));
	for (let view = object; view instanceof View; view = Object.getPrototypeOf(view))
		for (const name of Object.getOwnPropertyNames(view)) if (name !== 'constructor') names.add(name);
	return [...names];
}

/** A context in which some values are replaced or added. Getters of a view are still called only when they are read. */
export function contextWith(context: unknown, values: Readonly<Record<string, unknown>>): object {
	const extended = {};
	if (typeof context === 'object' && context !== null)
		for (const name of namesOf(context))
			Object.defineProperty(extended, name, {
				get: () => propertyOf(context, name),
				enumerable: true,
				configurable: true,
			});
	for (const [name, value] of Object.entries(values))
		Object.defineProperty(extended, name, { value, enumerable: true, configurable: true });
	return extended;
}
