/** Clones a template in a list, such as `<template data-bibfolio="search">`; null if it does not exist. */
export function cloneTemplate(list: HTMLElement, name: string): DocumentFragment | null {
	const template = list.querySelector<HTMLTemplateElement>(`template[data-bibfolio="${name}"]`);
	return template ? (template.content.cloneNode(true) as DocumentFragment) : null;
}

/** Announces a text to screen readers. */
export function announce(words: string): void {
	const announcer = document.querySelector('[data-bibfolio="announcer"]') ?? createAnnouncer();
	announcer.textContent = '';
	// Without a delay, the same text twice would be no change.
	setTimeout(() => {
		announcer.textContent = words;
	}, 50);
}

function createAnnouncer(): Element {
	const announcer = document.createElement('div');
	announcer.className = 'bibfolio-unseen';
	announcer.setAttribute('role', 'status');
	announcer.dataset['bibfolio'] = 'announcer';
	document.body.append(announcer);
	return announcer;
}
