import { isGivenName } from './given-names.ts';

/*
 * Recognizes organizations that are not in braces. The tables are incomplete on purpose: they contain words that do not
 * occur in names of people, at least not in that place.
 */

/** Institutions, anywhere in a name. */
const institutions = alternatives(`
	Academia Academies Academy Académie Accademia Administration Agence Agencia Agency Agentur Agenzia Akademie Association
	Associations Associação Associazione Asociación Authority Bundesamt Bundesanstalt Bundesministerium Collaborations? Comisión
	Comissão Comitato Comité Commission Commissione Committee Conseil Consejo Consiglio Consorti(?:um|a) Corporation
	Department Departamento Departments Dipartimento Directorate Département Fachhochschule Federation Federación Federação
	Fondation Fondazione Forschungsgemeinschaft Foundation Fundación Fundação Fédération Gesellschaft Hochschule Institut
	Institut[eo]s? Institution Istituto Kommission Laborator(?:y|ies|io|ium) Laboratoire Ministerio Ministerium Ministero
	Ministry Ministère Ministério Observator(?:y|ies|io) Observatoire Organi[sz]ations? Osservatorio Parliament Politecnico
	Polytechnic Polytechnique Secretariat Sociedad Sociedade Societ(?:y|ies|à) Société Stiftung Umweltbundesamt Universidade?
	Universit(?:y|ies|ät|é|à|at|eit|et|etet|atea) Uniwersytet Univerzita Verband Verein
	(?:Working|Study|Research|Investigators?)\\sGroup Task\\sForce Inc\\. Ltd\\.? LLC GmbH`);

/** Groups of people, at the end of a name or before 'of' and 'for': 'R Core Team', 'JET-EFDA contributors'. */
const groups = alternatives(`
	Alliance Arbeitsgemeinschaft Arbeitsgruppe Arbeitskreis Authors Coalition Collaborations? Collaborators Collaborative
	Community Consorti(?:um|a) Contributors Developers Groups? Groupe Grupo Gruppo Initiatives? Investigators Members
	Networks? Panel Participants Partnership Programm?e? Projects? Task\\sForce Taskforce Teams? Working\\sParty Équipe`);

/** Bodies before 'of' and 'for': 'Bank of England', 'Office of Naval Research'. */
const governed = alternatives(`
	Bank Board Bureau Center Centre Chamber Church City College Council Court Division Embassy Faculty Government House
	Kingdom Library Museum Office Republic School Secretary State Survey Union`);

/** Bodies at the end of a name of three or more words: 'NASA Ames Research Center'. */
const closing = alternatives(`
	Archives? Center Centre College Company Council Government Library Museum Nations Office Services States Survey`);

/** First words of organizations that are not given names. */
const adjectives = alternatives('European Federal Intergovernmental International National United World');

/** Prepositions that join the words of an organization's name. */
const of = alternatives('of for on für voor per pour');

function alternatives(words: string): string {
	return words.trim().split(/\s+/).join('|');
}

const institution = new RegExp(`(?:^|[\\s-])(?:${institutions})(?=[\\s,)]|$)`);
const group = new RegExp(`\\s(?:${groups})(?:$|\\s(?:${of})\\s)`, 'i');
const governedBody = new RegExp(`(?:^|\\s)(?:${governed})\\s(?:${of})\\s`);
const closingBody = new RegExp(`\\s(?:${closing})$`);
const countryBody = new RegExp(`^(?:The\\s)?U\\.\\s?[KNS]\\..*\\s(?:${governed}|${closing})$`, 'i');
const adjective = new RegExp(`^(?:The\\s)?(?:${adjectives})\\s\\p{Lu}`, 'u');
const joined = /^(?:on behalf of|in collaboration with|for the|the)\s/;
const singleBody = new RegExp(`^(?:${institutions})$`);
const singleGroup = new RegExp(`^(?:${groups})$`, 'i');
const singleClosing = new RegExp(`^(?:${closing})$`);
const initials = /^-?\p{Lu}\.?$|^(?:-?\p{Lu}\.\s?)+$/u;
const endsInGroup = new RegExp(`\\s(?:${groups})$`, 'i');
const governor = new RegExp(`(?:^|\\s)(?:${institutions}|${governed})\\s`);
const openEnd = new RegExp(`\\s(?:${of}|on|the|der|des|de|di|du|della|do|da|and)$`);
// Not 'S.A.', 'B.V.' and 'N.V.', which are initials.
const legalForm = /^(?:Inc|Ltd|LLC|GmbH|Corp|plc|S\.p\.A|Co\. Ltd)\.?$/;
const company = /(?:^|\s)(?:co|company|sons?|brothers|bros|associates|partners|inc|ltd|gmbh|ag|kg|llc)\.?$/i;
const initial = /(?:^|\s)\p{Lu}\.(?:\s|\p{Lu}|$)/u;
/** Words in lower case before a family name: 'von Group, J.'. */
const particles = /^(?:\p{Ll}+\s)+/u;
const country = /^(?:the\s)?U\.\s?[KNS]\./i;

/** Whether a name without a comma or braces is certainly an organization ('ATLAS Collaboration'). */
export function isOrganization(name: string): boolean {
	const text = bare(name);
	if (!text.includes(' ')) return false;
	if (institution.test(text) || governedBody.test(text) || joined.test(text) || text.includes(' & ')) return true;
	if (countryBody.test(text)) return true;
	if (initial.test(text) && !country.test(text)) return false;
	if (adjective.test(text)) return true;
	const words = text.split(' ');
	const isPerson = isGivenName(words[0] ?? '');
	return (
		(group.test(text) && !(isPerson && words.length === 2)) || (closingBody.test(text) && !isPerson && words.length > 2)
	);
}

/**
 * The name of an organization that is written like 'Family, Given': inverted ('Team, R Core', 'Health, National Institutes
 * of') or with a place or its legal form ('Google, Inc.'); null for a person.
 */
export function organizationWithComma(parts: readonly string[]): string | null {
	const [first = '', last = ''] = parts.map(bare);
	const inverted = `${last} ${first}`;
	// 'Smith, LLC' may be L. L. C. Smith.
	if (last === 'LLC' && !first.includes(' ')) return null;
	if (openEnd.test(last) && governor.test(last)) return inverted;
	if (legalForm.test(last) || institution.test(last)) return `${first}, ${last}`;
	// 'Group, J.', 'Center, David B.', 'Library, Kim' may be people; 'Core Team, R' is not.
	const isPerson = initials.test(last) || initial.test(last) || isGivenName(last.split(' ')[0] ?? '');
	const family = first.replace(particles, '');
	if (singleBody.test(family) || singleGroup.test(family)) return isPerson && !country.test(last) ? null : inverted;
	if (singleClosing.test(first)) return isPerson || !last.includes(' ') ? null : inverted;
	if (endsInGroup.test(first)) return inverted;
	return isOrganization(first) ? `${first}, ${last}` : null;
}

/** Whether a name ends like a company ('Johnson & Sons'), so that its ampersand is not an 'and' between names. */
export function isCompany(name: string): boolean {
	return company.test(name);
}

function bare(text: string): string {
	return /[{}~]/.test(text)
		? text
				.replace(/[{}]/g, '')
				.replace(/[\s~]+/g, ' ')
				.trim()
		: text;
}
