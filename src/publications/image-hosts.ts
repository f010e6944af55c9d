import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Publication } from './publication.ts';

/**
 * The host of an image's address, with its port; null for an image of the site itself, whose address is relative. Another
 * host learns who reads the page, so the author of a library must not choose it.
 */
export function imageHost(address: string): string | null {
	const base = 'https://relative.invalid';
	const { host, protocol } = new URL(address, base);
	return `${protocol}//${host}` === base ? null : host;
}

/**
 * Whether a page may show an image.
 *
 * @param hosts `example.org`, also with a port, or `*.example.org` for all hosts below it
 */
export function isAllowedImage(address: string, hosts: readonly string[]): boolean {
	const host = imageHost(address);
	return host === null || hosts.some((allowed) => matches(host, allowed.toLowerCase()));
}

function matches(host: string, allowed: string): boolean {
	return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === hostOf(allowed);
}

/** A host as in a URL: names in other scripts are in Punycode. */
function hostOf(allowed: string): string {
	return URL.canParse(`https://${allowed}`) ? new URL(`https://${allowed}`).host : allowed;
}

/** The allowed hosts as sources of a Content-Security-Policy. */
export function imageSources(hosts: readonly string[]): string {
	const sources = hosts.map((host) => (host.startsWith('*.') ? host : hostOf(host)));
	return sources.flatMap((host) => [`https://${host}`, `http://${host}`]).join(' ');
}

/** Reports the images that no page shows: one diagnostic for each host, at its first image. */
export function reportImages(publications: readonly Publication[], hosts: readonly string[], report: Report): void {
	const refused = new Map<string, Publication[]>();
	for (const publication of publications) {
		const { preview } = publication;
		if (preview === null || isAllowedImage(preview, hosts)) continue;
		const host = imageHost(preview) ?? '';
		const others = refused.get(host);
		if (others) others.push(publication);
		else refused.set(host, [publication]);
	}
	for (const [host, works] of refused) {
		const [{ key, entry } = {} as Publication] = works;
		const place = works.length === 1 ? key : `${works.length} entries`;
		report(
			diagnostic('link/image', `Image of another host, ${host}, in ${place}; it is not shown`, {
				span: (entry.fields.get('preview') ?? entry.fields.get('thumbnail') ?? entry.fields.get('teaser'))?.span,
				hint: `Copy the image to your site, or allow the host with "images: ${host}" in bibfolio.yaml`,
			}),
		);
	}
}
