import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/people/person.ts';
import { unknownPlace } from '../../../src/render/documents/place.ts';
import type { RenderTarget } from '../../../src/render/render.ts';
import { listOf, locale, person, rendered } from '../library.ts';

const bib = `@article{a, author={Noether, Emmy}, title={A}, journal={J}, year=1907}
@article{b, author={Noether, Emmy and Artin, Emil}, title={B}, journal={J}, year=1935}
@article{c, author={Artin, Emil}, title={C}, journal={J}, year=1920}`;
const emmy = person('Noether, Emmy', { orcid: '0000-0002-1825-0097', url: 'https://noether.example/' });
const place = { ...unknownPlace, url: 'https://noether.example/list.html', site: 'https://noether.example/' };

function head(
	target: Partial<RenderTarget> = {},
	people: readonly Person[] = [emmy],
	image: string | null = null,
	library = bib,
): string {
	const page = rendered(listOf(library, {}, people), 'html-page', { image, place, ...target }) ?? '';
	return page.replace(/<style>[\s\S]*?<\/style>/, '');
}

const title = (page: string) => /<title>(.*)<\/title>/.exec(page)?.[1];
const heading = (page: string) => /<h1>(.*)<\/h1>/.exec(page)?.[1]?.replace(/<[^>]*>/g, '');
const meta = (page: string, name: string) =>
	new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(page)?.[1];

describe('the head of a page', () => {
	it.each([
		['Publications', 'Publications – Emmy Noether', 'Publications Emmy Noether'],
		['Papers of Emmy Noether', 'Papers of Emmy Noether', 'Papers of Emmy Noether'],
		['NOETHER’s papers', 'NOETHER’s papers', 'NOETHER’s papers'],
		['Noetherian Rings', 'Noetherian Rings – Emmy Noether', 'Noetherian Rings Emmy Noether'],
	])('names the owner once: %s', (words, inTitle, inHeading) => {
		const page = head({ title: words });
		expect([title(page), heading(page), meta(page, 'og:title')]).toEqual([inTitle, inHeading, inTitle]);
	});

	it('names nobody without an owner', () => {
		const page = head({}, []);
		expect([title(page), heading(page), meta(page, 'og:type')]).toEqual(['Publications', 'Publications', 'website']);
		expect(page).not.toContain('rel="me"');
	});

	it('describes the page in a sentence, which claims works for the owner only if most are', () => {
		const others = bib.replaceAll('Noether, Emmy', 'Artin, Emil');
		expect(meta(head(), 'description')).toBe('3 publications by Emmy Noether, 1907–1935');
		expect(meta(head({}, [emmy], null, others), 'og:description')).toBe('3 publications, 1907–1935');
		expect(
			meta(head({}, [emmy], null, '@article{a, author={Noether, Emmy}, title={A}, journal={J}}'), 'description'),
		).toBe('1 publication by Emmy Noether');
		expect(meta(head({ locale: locale('de') }), 'description')).toBe('3 Arbeiten von Emmy Noether, 1907–1935');
	});

	it('links to the owner, whose addresses must be safe', () => {
		const addresses = (page: string) => [...page.matchAll(/<link rel="me" href="([^"]*)"/g)].map(([, url]) => url);
		expect(addresses(head())).toEqual(['https://orcid.org/0000-0002-1825-0097', 'https://noether.example/']);
		expect(addresses(head({}, [{ ...emmy, orcid: 'none', url: 'javascript:alert(1)' }]))).toEqual([]);
	});

	it.each([
		['me.jpg', 'https://noether.example/me.jpg'],
		['/img/me.jpg', 'https://noether.example/img/me.jpg'],
		['https://cdn.example/me.jpg', 'https://cdn.example/me.jpg'],
	])('shows the picture %s in previews', (image, address) => {
		expect(meta(head({}, [emmy], image), 'og:image')).toBe(address);
		expect(meta(head({ place: unknownPlace }, [emmy], 'me.jpg'), 'og:image')).toBeUndefined();
	});
});
