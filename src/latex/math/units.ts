import { parseWordTable } from '../../text/word-table.ts';

/** A part of a unit: a symbol with its exponent ('' for none), or a mark between symbols ('/', ' '). */
export interface UnitPart {
	readonly symbol: string;
	readonly power: string;
}

/** Prefixes and units of siunitx (manual, tables 1 to 7), with the symbols that they print. */
const prefixes: ReadonlyMap<string, string> = new Map(
	parseWordTable(`
	quecto q ronto r yocto y zepto z atto a femto f pico p nano n micro µ milli m centi c deci d deca da deka da hecto h
	kilo k mega M giga G tera T peta P exa E zetta Z yotta Y ronna R quetta Q mu µ textmu µ kibi Ki mebi Mi gibi Gi tebi Ti
	`),
);
const units: ReadonlyMap<string, string> = new Map(
	parseWordTable(`
	ampere A candela cd kelvin K kilogram kg metre m meter m mole mol second s
	becquerel Bq degreeCelsius °C celsius °C coulomb C farad F gray Gy hertz Hz henry H joule J katal kat lumen lm lux lx newton N
	ohm Ω pascal Pa radian rad siemens S sievert Sv steradian sr tesla T volt V watt W weber Wb
	astronomicalunit au bel B dalton Da day d decibel dB electronvolt eV hectare ha hour h litre L liter L arcminute ′ minute min
	arcsecond ″ neper Np tonne t degree ° percent % gram g bar bar barn b angstrom Å atomicmassunit u parsec pc lightyear ly year a
	annum a bit bit byte B inch in foot ft gauss G erg erg dyne dyn rpm rpm pixel px
	fg fg pg pg ng ng ug µg mg mg g g kg kg amu u pm pm nm nm um µm mm mm cm cm dm dm m m km km as as fs fs ps ps ns ns us µs
	ms ms s s fmol fmol pmol pmol nmol nmol umol µmol mmol mmol mol mol kmol kmol pA pA nA nA uA µA mA mA A A kA kA ul µL ml mL
	l L hl hL uL µL mL mL L L hL hL mHz mHz Hz Hz kHz kHz MHz MHz GHz GHz THz THz mN mN N N kN kN MN MN Pa Pa kPa kPa MPa MPa
	GPa GPa mohm mΩ kohm kΩ Mohm MΩ pV pV nV nV uV µV mV mV V V kV kV W W nW nW uW µW mW mW kW kW MW MW GW GW J J uJ µJ mJ mJ
	kJ kJ eV eV meV meV keV keV MeV MeV GeV GeV TeV TeV kWh kWh F F fF fF pF pF nF nF uF µF H H fH fH pH pH nH nH mH mH
	uH µH C C nC nC mC mC uC µC T T mT mT uT µT K K dB dB kB kB MB MB GB GB TB TB micron µm textdegree ° Omega Ω
	`),
);

const powersBefore: ReadonlyMap<string, string> = new Map([
	['square', '2'],
	['cubic', '3'],
]);
const powersAfter: ReadonlyMap<string, string> = new Map([
	['squared', '2'],
	['cubed', '3'],
]);

const token = /\\([A-Za-z]+)\s*|\\.|\^|[{}~./*·⋅×]|\s+|[^\\^{}~./*·⋅×\s]+/gsu;

/** The parts of a unit in siunitx's two notations: `\micro\metre\per\second` and `m.s^{-1}`. */
export function readUnit(tex: string): readonly UnitPart[] {
	const parts: UnitPart[] = [];
	const tokens = [...tex.replaceAll('$', '{}').matchAll(token)].map(([text, name]) => ({ text, name }));
	let at = 0;
	let prefix = '';
	let isPer = false;
	let nextPower = '';
	/** The tokens of the next argument, as text. */
	const argument = (): string => {
		if (tokens[at]?.text !== '{') return tokens[at++]?.text ?? '';
		let text = '';
		for (at++; at < tokens.length && tokens[at]?.text !== '}'; at++) text += tokens[at]?.text ?? '';
		at++;
		return text;
	};
	const raise = (power: string) => {
		const last = parts.at(-1);
		if (last && last.symbol.trim() !== '')
			parts[parts.length - 1] = { symbol: last.symbol, power: signed(last.power, power) };
	};
	const add = (symbol: string) => {
		if (parts.length > 0 && parts.at(-1)?.symbol !== '/') parts.push(separator);
		parts.push({ symbol: prefix + symbol, power: signed(isPer ? '-' : '', nextPower) });
		prefix = '';
		nextPower = '';
		isPer = false;
	};
	while (at < tokens.length) {
		const { text, name } = tokens[at++] ?? { text: '', name: undefined };
		const isCommand = name !== undefined;
		if (name === 'per') isPer = true;
		else if (isCommand && powersAfter.has(name)) raise(powersAfter.get(name) ?? '');
		else if (isCommand && powersBefore.has(name)) nextPower = powersBefore.get(name) ?? '';
		else if (name === 'tothe') raise(argument());
		else if (name === 'raiseto') nextPower = argument();
		else if (name === 'of') {
			const last = parts.at(-1);
			if (last) parts[parts.length - 1] = { ...last, symbol: `${last.symbol}(${argument()})` };
		} else if (name === 'text' || name === 'mathrm' || name === 'mbox' || name === 'ensuremath') continue;
		else if (isCommand && prefixes.has(name)) prefix = prefixes.get(name) ?? '';
		else if (isCommand) add(units.get(name) ?? name);
		else if (text === '^') raise(argument());
		else if (text === '/') parts.push({ symbol: '/', power: '' });
		else if (!/^(?:[{}~.*·⋅×]|\\.|\s+)$/u.test(text)) add(text);
	}
	if (prefix !== '') add('');
	return parts;
}

const separator: UnitPart = { symbol: '\u202f', power: '' };

/** An exponent with the sign of `\per`: '-' and '2' is '−2', and '-' alone is '−1'. */
function signed(before: string, power: string): string {
	const negative = /^[-−]/.test(before) !== /^[-−]/.test(power);
	const digits = power.replace(/^[-−+]/, '') || before.replace(/^[-−+]/, '');
	if (negative) return `−${digits || '1'}`;
	return digits;
}

/** A number of siunitx as it is printed, and its exponent of ten: `1.5e-3` → '1.5 × 10' and '−3'. */
export function readNumber(tex: string): UnitPart {
	const [, digits = '', power = ''] = /^(.*?)(?:[eEdD]([-+−]?\d+))?$/s.exec(tex.trim()) ?? [];
	const shown = digits
		.replace(/\\pm\s*|\+-/g, ' ± ')
		.replace(/\\[,;: ]|~/g, '')
		.replace(/\\times\s*|(?<=\d)\s*x\s*(?=\d)/g, ' × ')
		.replace(/(?<![\d)])-|^-/g, '−')
		.replace(/\s+/g, ' ')
		.trim();
	if (power === '') return { symbol: shown, power: '' };
	const exponent = power.replace(/^\+/, '').replace(/^-/, '−');
	return { symbol: shown === '' ? '10' : `${shown} × 10`, power: exponent };
}

/** An angle of siunitx: `\ang{10;20;30}` is 10°20′30″. */
export function readAngle(tex: string): string {
	return tex
		.split(';')
		.map((part, index) => (part.trim() === '' ? '' : `${readNumber(part).symbol}${'°′″'[index] ?? ''}`))
		.join('');
}

/** The commands of siunitx and units.sty for numbers and units, and the arguments that they take. */
export const quantityCommands: ReadonlyMap<string, readonly QuantityArgument[]> = new Map(
	Object.entries({
		num: ['number'],
		ang: ['angle'],
		si: ['unit'],
		unit: ['unit'],
		SI: ['number', 'unit'],
		qty: ['number', 'unit'],
		numrange: ['number', 'end'],
		SIrange: ['number', 'end', 'unit'],
		qtyrange: ['number', 'end', 'unit'],
		numlist: ['list'],
		SIlist: ['list', 'unit'],
		qtylist: ['list', 'unit'],
		unitfrac: ['unit', 'divisor'],
	} as const),
);

/** The meaning of an argument: `end` is the end of a range, `list` contains numbers separated by semicolons. */
export type QuantityArgument = 'number' | 'angle' | 'unit' | 'end' | 'list' | 'divisor';

/** A quantity as it is printed: runs of upright text, each with an exponent or ''. `option` is the number of units.sty. */
export function readQuantity(
	name: string,
	values: readonly string[],
	option: string | null = null,
): readonly UnitPart[] {
	const parts: UnitPart[] = [];
	if (option !== null && /^unit/.test(name) && !option.includes('=')) parts.push(readNumber(option));
	for (const [index, kind] of (quantityCommands.get(name) ?? []).entries()) {
		const value = values[index] ?? '';
		if (kind === 'number') parts.push(readNumber(value));
		else if (kind === 'end') parts.push({ symbol: '–', power: '' }, readNumber(value));
		else if (kind === 'angle') parts.push({ symbol: readAngle(value), power: '' });
		else if (kind === 'divisor') parts.push({ symbol: '/', power: '' }, ...readUnit(value));
		else if (kind === 'list') {
			const numbers = value.split(';').map(readNumber);
			parts.push(...numbers.flatMap((number, at) => (at === 0 ? [number] : [{ symbol: ', ', power: '' }, number])));
		} else {
			const unit = readUnit(value);
			const attached = /^[°′″]$/.test(unit[0]?.symbol ?? '');
			if (parts.length > 0 && unit.length > 0 && !attached) parts.push(separator);
			parts.push(...unit);
		}
	}
	return parts.filter(({ symbol }) => symbol !== '');
}
