import type { Entry } from '../library/entry.ts';
import { valueIn } from '../text/value-in.ts';
import { fieldOf, wordsOf } from './entry-fields.ts';
import { splitAt, splitAtAnd } from './literal-lists.ts';

/** BCP 47 tags by the names of babel and polyglossia, and by language names in English, German and the language itself. */
const tags: ReadonlyMap<string, string> = new Map(
	(
		'en=english,en-us=american,en-us=usenglish,en-gb=british,en-gb=ukenglish,en-au=australian,en-ca=canadian,en-nz=newzealand,' +
		'de=german,de=ngerman,de=deutsch,de-at=austrian,de-at=naustrian,de-ch=swissgerman,de-ch=nswissgerman,fr=french,fr=francais,' +
		'fr=français,fr=frenchb,fr-ca=acadian,fr-ca=canadien,es=spanish,es=español,es=castilian,es-mx=mexican,it=italian,it=italiano,' +
		'pt=portuguese,pt=portuges,pt-br=brazilian,pt-br=brazil,nl=dutch,da=danish,sv=swedish,nb=norsk,nb=norwegian,nb=bokmal,' +
		'nn=nynorsk,fi=finnish,is=icelandic,pl=polish,cs=czech,sk=slovak,sl=slovene,sl=slovenian,hr=croatian,sr=serbian,' +
		'sr-cyrl=serbianc,bg=bulgarian,ru=russian,uk=ukrainian,el=greek,el=polutonikogreek,grc=ancientgreek,la=latin,hu=hungarian,' +
		'hu=magyar,ro=romanian,tr=turkish,et=estonian,lv=latvian,lt=lithuanian,ca=catalan,gl=galician,eu=basque,ga=irish,' +
		'cy=welsh,he=hebrew,ar=arabic,fa=persian,fa=farsi,zh=chinese,ja=japanese,ko=korean,vi=vietnamese,hi=hindi,th=thai,' +
		'id=indonesian,ms=malay,eo=esperanto,de=allemand,en=englisch,fr=französisch'
	)
		.split(',')
		.map((pair) => {
			const [tag = '', name = ''] = pair.split('=');
			return [name, tag] as const;
		}),
);

/** BCP 47 tags by the three-letter codes of ISO 639-2. */
const threeLetters: Readonly<Record<string, string>> = {
	...{ eng: 'en', ger: 'de', deu: 'de', fre: 'fr', fra: 'fr', spa: 'es', ita: 'it', por: 'pt', dut: 'nl', nld: 'nl' },
	...{
		rus: 'ru',
		jpn: 'ja',
		chi: 'zh',
		zho: 'zh',
		pol: 'pl',
		swe: 'sv',
		dan: 'da',
		nor: 'nb',
		fin: 'fi',
		tur: 'tr',
		ara: 'ar',
	},
};

/** The names of babel and polyglossia for a tag: those of the tag, then those of its language. */
export function languageNames(tag: string): readonly string[] {
	const lower = tag.toLowerCase();
	const [language] = lower.split('-');
	const all = [...tags].map(([name, other]) => [name, other, other.split('-')[0]] as const);
	const exact = all.filter(([, other]) => other === lower);
	const others = all.filter(([, other, base]) => base === language && other !== lower);
	return [...exact, ...others].flatMap(([name]) => (/^[a-z]+$/.test(name) ? [name] : []));
}

/**
 * The languages of the work as BCP 47 tags, from `language` (a list: names, BibLaTeX's `langgerman` keys, or tags)
 * or `langid`. Skips unknown languages.
 */
export function readLanguages(entry: Entry): string[] {
	const field = fieldOf(entry, 'language');
	// `langid` is an alias of it.
	if (!field) return [];
	const written = splitAtAnd(field.value).flatMap((item) => splitAt(item, ',;/'));
	const languages = [...written, wordsOf(entry, 'langid')].flatMap((name) => tagOf(name) ?? []);
	return [...new Set(languages.length > 1 ? languages.slice(0, written.length) : languages)];
}

function tagOf(written: string): string | null {
	const name = written
		.toLowerCase()
		.replace(/[{}\s]/g, '')
		.replace(/^lang(?=[a-z]{3})/, '');
	const tag = tags.get(name) ?? valueIn(threeLetters, name);
	if (tag) return cased(tag);
	return /^[a-z]{2}(?:[-_][a-z]{4})?(?:[-_][a-z]{2})?$/.test(name) ? cased(name.replace(/_/g, '-')) : null;
}

/** A tag in BCP 47's usual case: `zh-Hant-TW`. */
function cased(tag: string): string {
	return tag
		.split('-')
		.map((part, at) =>
			at === 0 ? part : part.length === 2 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1),
		)
		.join('-');
}
