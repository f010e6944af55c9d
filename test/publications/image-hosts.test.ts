import { describe, expect, it } from 'vitest';
import { imageSources, isAllowedImage } from '../../src/publications/image-hosts.ts';

describe('An image', () => {
	it.each([
		['thumb.png', [], true],
		['/img/thumb.png', [], true],
		['../a/b.png?x=https://a.org/', [], true],
		['https://a.org/x.png', [], false],
		['http://a.org/x.png', [], false],
		['//a.org/x.png', [], false],
		['https://relative.invalid:8443/x.png', [], false],
		['http://relative.invalid/x.png', [], false],
		['mailto:a@b.org', [], false],
		['https://a.org/x.png', ['a.org'], true],
		['http://a.org/x.png', ['A.ORG'], true],
		['https://b.a.org/x.png', ['a.org'], false],
		['https://b.a.org/x.png', ['*.a.org'], true],
		['https://a.org/x.png', ['*.a.org'], false],
		['https://eva.org/x.png', ['*.a.org', 'a.org'], false],
		['https://a.org.evil.org/x.png', ['a.org'], false],
		['https://a.org@evil.org/x.png', ['a.org'], false],
		['https://a.org:8080/x.png', ['a.org'], false],
		['https://a.org:8080/x.png', ['a.org:8080'], true],
		['https://xn--mller-kva.example/x.png', ['müller.example'], true],
		['https://a.org/x.png', ['*'], false],
	])('%s is allowed with %j: %s', (address, hosts, expected) => {
		expect(isAllowedImage(address, hosts)).toBe(expected);
	});

	it('is allowed by the policy of the page, too', () => {
		expect(imageSources([])).toBe('');
		expect(imageSources(['a.org', '*.b.org'])).toBe('https://a.org http://a.org https://*.b.org http://*.b.org');
	});
});
