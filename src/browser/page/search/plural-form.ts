/**
 * The words for a number, in the forms of a term as JSON: by number, or by plural category of CLDR.
 *
 * @param language a language tag; one that the browser does not know counts as English
 */
export function pluralForm(forms: string, number: number, language: string): string {
	// A template of a project may have words without forms.
	const words: Readonly<Record<string, string>> = forms.startsWith('{"') ? JSON.parse(forms) : { other: forms };
	return words[number] ?? words[categoryOf(number, language)] ?? words['other'] ?? '';
}

function categoryOf(number: number, language: string): string {
	try {
		return new Intl.PluralRules(language || 'en').select(number);
	} catch {
		return number === 1 ? 'one' : 'other';
	}
}
