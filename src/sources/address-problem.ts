import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Source, source } from '../diagnostics/source.ts';
import { cacheByIdentity } from '../text/identity-cache.ts';
import { valueIn } from '../text/value-in.ts';
import { services } from './services.ts';

/** Keys and passwords in addresses: the values of usual parameters, and the user before a host. */
const secret =
	/(?<=[?&](?:(?:api|access|auth)[-_]?)?(?:key|token|secret|password|passwd|pwd)=)[^&#\s"'{}]+|(?<=:\/\/)[^\s/?#"'@]+(?=@)/gi;

/** What is wrong with the configured address of a source; null if nothing is. */
export function addressProblem(
	name: string,
	address: string,
): { readonly message: string; readonly hint: string } | null {
	if (withoutSecrets(address) !== address) {
		const variable = valueIn<{ key: { variable: string } | null }>(services, name)?.key?.variable;
		const hint = variable ? `Set the environment variable ${variable} instead` : 'Remove it: the file may be public';
		return { message: `Unexpected key or password in the address of ${name}`, hint };
	}
	const isInHost = /^https?:\/\/[^/?#]*\{\}/i.test(address);
	if (!isInHost && URL.canParse(address.replaceAll('{}', 'x'))) return null;
	return { message: `Expected an address, found "${address}"`, hint: 'Use https://host/path, with {} in the path' };
}

/** A diagnostic that shows no keys and passwords of a file in its message and in the lines around it. */
export function withHiddenSecrets(diagnostic: Diagnostic): Diagnostic {
	const { message, span } = diagnostic;
	return {
		...diagnostic,
		message: withoutSecrets(message),
		...(span && { span: { ...span, source: hiddenSource(span.source) } }),
	};
}

const hiddenSource = cacheByIdentity((file: Source): Source => {
	const text = withoutSecrets(file.text);
	return text === file.text ? file : source(file.path, text);
});

/** The text, of the same length, with a bullet for each character of a secret. */
function withoutSecrets(text: string): string {
	return text.replace(secret, (value) => '•'.repeat(value.length));
}
