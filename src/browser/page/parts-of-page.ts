/** Something of the page that its templates wrote for the script, such as `<template data-bibfolio="search">`; null when left out. */
export function part(name: string): DocumentFragment | null {
	const template = document.querySelector<HTMLTemplateElement>(`template[data-bibfolio="${name}"]`);
	return template ? (template.content.cloneNode(true) as DocumentFragment) : null;
}

/** Says something to people who hear the page; what it says now is never said again. */
export function announce(words: string): void {
	const place = document.querySelector('[data-bibfolio="announcer"]') ?? makeAnnouncer();
	place.textContent = '';
	// Emptied and filled in one go, the same words twice would be no change.
	setTimeout(() => {
		place.textContent = words;
	}, 50);
}

function makeAnnouncer(): Element {
	const place = document.createElement('div');
	place.className = 'bibfolio-unseen';
	place.setAttribute('role', 'status');
	place.dataset['bibfolio'] = 'announcer';
	document.body.append(place);
	return place;
}
