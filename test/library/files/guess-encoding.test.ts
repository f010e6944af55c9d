import { describe, expect, it } from 'vitest';
import { decodeBytes, encodeWindows1252 } from '../../../src/library/files/decode.ts';
import { guessEncoding } from '../../../src/library/files/guess-encoding.ts';

/** Encodes a text in a single-byte encoding. */
function encoded(text: string, encoding: string): Buffer {
	const decoder = new TextDecoder(encoding);
	const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
	return Buffer.from(Array.from(text, (character) => bytes.get(character) ?? 0x3f));
}

const polish = '@misc{a, author = {Wałęsa, Michał and Świątek, Grażyna and Woźniak, Józef}, title = {Źródło wiedzy}}';
const czech = '@misc{a, author = {Dvořák, Jiří and Kovařík, Aleš and Nováková, Božena}, title = {Možnosti řešení}}';
const turkish = '@misc{a, author = {Yıldız, Ayşe and Şahin, Doğan and Öztürk, Işıl}, title = {Çağdaş İstanbul}}';

describe('the encoding of a file', () => {
	it.each([
		['Polish', polish, 'iso-8859-2'],
		['Polish', polish, 'windows-1250'],
		['Czech', czech, 'iso-8859-2'],
		['Turkish', turkish, 'windows-1254'],
	])('is told by the letters of %s', (_, text, encoding) => {
		const bytes = encoded(text, encoding);
		expect(guessEncoding(bytes)).toBe(encoding);
		expect(decodeBytes(bytes)).toMatchObject({ text, encoding });
	});

	it.each([
		['German', 'Müller, Jörg; Größe, Straße, Übung'],
		['French', 'Cœur, Noël, François, «Œuvre», façade, où'],
		['Spanish', '¿Qué? Muñoz, Jesús, ¡Hola!, 1ª edición'],
		['Icelandic', 'Guðmundsson, Þórður; Sigurðsson, Friðrik; Björk, Ýmir; það'],
		['Danish', 'Sørensen, Kjær, Åse, Møller'],
		['Portuguese', 'João, Conceição, Antão'],
		['units', '5 m³, 3 cm², 10 µm, ±3, ½ inch, £5, ©2000'],
		['one Czech name', 'Novotný, Veselý'],
		['one Turkish name', 'Yýldýz'],
	])('is Windows-1252 for %s', (_, text) => {
		const bytes = Buffer.from(encodeWindows1252(text) ?? []);
		expect(guessEncoding(bytes)).toBeNull();
		expect(decodeBytes(bytes)).toMatchObject({ text, encoding: 'windows-1252' });
	});

	it('is mixed for a file that is partly UTF-8', () => {
		const bytes = Buffer.concat([Buffer.from('Müller '), encoded(polish, 'iso-8859-2')]);
		expect(decodeBytes(bytes).encoding).toBe('windows-1252');
	});
});
