import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { safeAddress } from '../publications/identifiers/url-safety.ts';
import { imageHost, isAllowedImage } from '../publications/image-hosts.ts';
import type { Person } from './person.ts';

/** The address of a person's photo as configured; null without one, or if pages must not show it. */
export function photoOf({ image }: Person, imageHosts: readonly string[]): string | null {
	const address = image === null ? null : pictureAddress(image);
	return address !== null && isAllowedImage(address, imageHosts) ? address : null;
}

/** Reports the photos that no page shows. */
export function reportPhotos(people: readonly Person[], imageHosts: readonly string[], report: Report): void {
	for (const { name, image } of people) {
		if (image === null) continue;
		const address = pictureAddress(image);
		const host = address && imageHost(address);
		if (address === null)
			report(
				diagnostic('link/image', `Expected the address of a photo of ${name}, found "${image}"; it is not shown`, {
					hint: 'Use https://… or a path on your site',
				}),
			);
		else if (host && !isAllowedImage(address, imageHosts))
			report(
				diagnostic('link/image', `Photo of ${name} on another host, ${host}; it is not shown`, {
					hint: `Copy the photo to your site, or allow the host with "images: ${host}" in bibfolio.yaml`,
				}),
			);
	}
}

/** A safe address, absolute or a path on the site; null for another address, such as that of an e-mail. */
function pictureAddress(image: string): string | null {
	const address = safeAddress(image);
	return address === null || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(address) ? null : address;
}
