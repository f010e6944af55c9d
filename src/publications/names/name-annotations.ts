import type { Annotation } from '../../library/entry.ts';
import type { Name } from './name.ts';

const orcidPattern = /(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/i;
const orcidWithWrapper =
	/[\s,]*[([<{]?\s*(?:\\orcid(?:link|ID)?\s*)?\{?(?:orcid(?:\s*id)?:?\s*)?(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\s*[)\]>}]{0,2}/i;

/** The ORCID iD in a text, in its bare form, and the text without it. */
export function orcidIn(text: string): { rest: string; orcid: string | null } {
	if (!/\d{3}[\dX]/i.test(text)) return { rest: text, orcid: null };
	const orcid = orcidPattern.exec(text)?.[1]?.toUpperCase() ?? null;
	return { rest: orcid ? text.replace(orcidWithWrapper, '').trim() : text, orcid };
}

/**
 * The names with the annotations of their field (BibLaTeX manual §3.7): `2=highlight` marks the second name, annotations of
 * parts (`2:family=…`) apply to the whole name, `author+an:orcid` sets the ORCID iD. A named annotation with a true value
 * (`author+an:equal = {1=true}`) adds its name as a mark. Annotations of the whole field are ignored.
 */
export function annotate(names: readonly Name[], annotations: readonly Annotation[]): readonly Name[] {
	if (annotations.length === 0) return names;
	return names.map((name, index) => {
		const matching = annotations.filter((annotation) => annotation.item === index + 1);
		return matching.length === 0 ? name : matching.reduce(withAnnotation, name);
	});
}

function withAnnotation(name: Name, annotation: Annotation): Name {
	const kind = annotation.name.toLowerCase();
	const [first = ''] = annotation.values;
	if (/^orcid(?:id|-id)?$/.test(kind)) return { ...name, orcid: orcidIn(first).orcid ?? name.orcid };
	// `other-scripts.ts` reads them.
	if (isOtherScript(kind)) return name;
	if (kind === 'useprefix') return withPrefix(name, isYes(first));
	const words = annotation.values.flatMap((value) => {
		const word = value.trim().toLowerCase();
		if (kind !== 'default' && isYes(word)) return [kind];
		return word === '' || isNo(word) ? [] : [word];
	});
	return { ...name, annotations: [...new Set([...name.annotations, ...words])] };
}

/** Whether annotations or the end of a field's name are for names in another script: `author+an:translit`, `author-original`. */
export function isOtherScript(kind: string): boolean {
	return /^(?:translit|transliterat(?:ion|ed)|roman(?:ized|ization|isation)?|romaji|original|native)$/.test(kind);
}

function withPrefix(name: Name, use: boolean): Name {
	const particle = name.nonDroppingParticle || name.droppingParticle;
	return { ...name, nonDroppingParticle: use ? particle : '', droppingParticle: use ? '' : particle };
}

function isYes(word: string): boolean {
	return /^(?:true|yes|1|x|\*)$/i.test(word);
}

function isNo(word: string): boolean {
	return /^(?:false|no|0)$/i.test(word);
}
