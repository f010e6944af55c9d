/** An address with parameters for those that it does not have. */
export function withDefaults(address: string, parameters: Readonly<Record<string, string>>): string {
	return Object.entries(parameters).reduce(
		(whole, [name, value]) => (patternOf(name).test(whole) ? whole : withParameter(whole, name, value)),
		address,
	);
}

/** An address with a parameter, which replaces one of the same name. The rest stays as written. */
export function withParameter(address: string, name: string, value: string): string {
	const encoded = encodeURIComponent(value);
	if (patternOf(name).test(address)) return address.replace(patternOf(name), (_, start: string) => start + encoded);
	return `${address}${address.includes('?') ? '&' : '?'}${name}=${encoded}`;
}

function patternOf(name: string): RegExp {
	return new RegExp(`([?&]${name}=)[^&#]*`);
}
