import { copy } from './page/copy.ts';
import { save } from './page/save.ts';

// The page of one work: shows the buttons that copy or save the text before them.
for (const button of document.querySelectorAll<HTMLButtonElement>('.bibfolio-quotable > button')) {
	const shown = button.parentElement?.firstElementChild;
	if (!shown) continue;
	const text = shown.textContent?.trim() ?? '';
	button.addEventListener('click', () => {
		if (button.dataset['do'] === 'save') save(`${text}\n`, button.dataset['name'] ?? 'reference.bib');
		else void copyAndConfirm(button, text, shown);
	});
	button.hidden = false;
}

async function copyAndConfirm(button: HTMLButtonElement, text: string, shown: Element): Promise<void> {
	const { copied = '', selected = '' } = button.dataset;
	button.dataset['label'] ??= button.textContent ?? '';
	button.textContent = (await copy(text, shown)) ? copied : selected;
	setTimeout(() => {
		button.textContent = button.dataset['label'] ?? '';
	}, confirmation);
}

/** Milliseconds for which a button confirms that it copied. */
const confirmation = 2500;
