import { copy } from './copy.ts';
import { announce, part } from './parts-of-page.ts';
import { save } from './save.ts';

/** Puts 'Copy' and 'Download' above a work's BibTeX when it is opened; a page of thousands has none until then. */
export function offerBibtex(): void {
	// `toggle` does not bubble.
	document.addEventListener('toggle', ({ target }) => addTools(target as Element), true);
	for (const open of document.querySelectorAll('.bibfolio details[open]')) addTools(open);
}

function addTools(details: Element): void {
	const source = details.querySelector('.bibfolio-bibtex');
	if (!source || details.querySelector('[data-do]')) return;
	const tools = part('bibtex');
	const text = `${source.textContent}\n`;
	const key = details.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? '';
	act(tools, 'copy', async (button) => {
		const copied = await copy(text, source);
		const words = button.dataset[copied ? 'done' : 'selected'] ?? '';
		announce(words);
		show(button, words);
	});
	act(tools, 'save', () => save(text, `${key}.bib`));
	if (tools) source.before(tools);
}

function act(tools: DocumentFragment | null, name: string, does: (button: HTMLElement) => void): void {
	const button = tools?.querySelector<HTMLElement>(`[data-do="${name}"]`);
	button?.addEventListener('click', () => does(button));
}

const spoken = new WeakMap<HTMLElement, { readonly words: string; readonly timer: number }>();

/** Has a button say something else for a while. */
function show(button: HTMLElement, words: string): void {
	const before = spoken.get(button);
	clearTimeout(before?.timer);
	const own = before?.words ?? button.textContent ?? '';
	button.textContent = words;
	const timer = setTimeout(() => {
		button.textContent = own;
		spoken.delete(button);
	}, 2500);
	spoken.set(button, { words: own, timer });
}
