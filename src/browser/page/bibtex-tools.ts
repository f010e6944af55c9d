import { copy } from './copy.ts';
import { announce, cloneTemplate } from './page-templates.ts';
import { save } from './save.ts';

/** Adds 'Copy' and 'Download' to the BibTeX of a work when it is opened, because a page may have thousands of works. */
export function addBibtexTools(): void {
	// `toggle` does not bubble.
	document.addEventListener('toggle', ({ target }) => addTools(target as Element), true);
	for (const open of document.querySelectorAll('.bibfolio details[open]')) addTools(open);
}

function addTools(details: Element): void {
	const source = details.querySelector('.bibfolio-bibtex');
	if (!source || details.querySelector('[data-do]')) return;
	const tools = cloneTemplate('bibtex');
	const text = `${source.textContent}\n`;
	const key = details.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? '';
	onClick(tools, 'copy', async (button) => {
		const copied = await copy(text, source);
		const words = button.dataset[copied ? 'done' : 'selected'] ?? '';
		announce(words);
		showTemporarily(button, words);
	});
	onClick(tools, 'save', () => save(text, `${key}.bib`));
	if (tools) source.before(tools);
}

function onClick(tools: DocumentFragment | null, name: string, action: (button: HTMLElement) => void): void {
	const button = tools?.querySelector<HTMLElement>(`[data-do="${name}"]`);
	button?.addEventListener('click', () => action(button));
}

const temporaryTexts = new WeakMap<HTMLElement, { readonly words: string; readonly timer: number }>();

/** Changes the text of a button for 2.5 seconds. */
function showTemporarily(button: HTMLElement, words: string): void {
	const pending = temporaryTexts.get(button);
	clearTimeout(pending?.timer);
	const original = pending?.words ?? button.textContent ?? '';
	button.textContent = words;
	const timer = setTimeout(() => {
		button.textContent = original;
		temporaryTexts.delete(button);
	}, 2500);
	temporaryTexts.set(button, { words: original, timer });
}
