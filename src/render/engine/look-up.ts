/** A view made of getters; templates see these like properties. */
export abstract class View {}

/**
 * What a template sees of a context under a name: own properties and the getters of a view, but no methods. Undefined
 * where there is nothing of that name.
 */
export function propertyOf(object: unknown, name: string): unknown {
	if (object === null || object === undefined) return undefined;
	if (typeof object !== 'object') return Object.hasOwn(Object(object), name) ? Object(object)[name] : undefined;
	const value = (object as Readonly<Record<string, unknown>>)[name];
	// Apart from methods, objects here inherit nothing but `__proto__`.
	if (typeof value !== 'function') return name === '__proto__' ? undefined : value;
	return Object.hasOwn(object, name) ? value : undefined;
}

/** Every name that a template may ask an object for. */
export function namesOf(object: object): readonly string[] {
	const names = new Set(Object.keys(object));
	for (let view = object; view instanceof View; view = Object.getPrototypeOf(view))
		for (const name of Object.getOwnPropertyNames(view)) if (!(name in Object.prototype)) names.add(name);
	return [...names];
}

/** A context with values over it. Getters of a view are still called only when a template asks for them. */
export function contextWith(context: unknown, values: Readonly<Record<string, unknown>>): object {
	const mixed = {};
	if (typeof context === 'object' && context !== null)
		for (const name of namesOf(context))
			Object.defineProperty(mixed, name, {
				get: () => propertyOf(context, name),
				enumerable: true,
				configurable: true,
			});
	for (const [name, value] of Object.entries(values))
		Object.defineProperty(mixed, name, { value, enumerable: true, configurable: true });
	return mixed;
}
