import { shownText } from './page/cite/reference-text.ts';
import { copy } from './page/copy.ts';
import { save } from './page/save.ts';

// The page of one work: shows the buttons that copy or save the text before them.
for (const button of document.querySelectorAll<HTMLButtonElement>('.bibfolio-quotable > button')) {
	const shown = button.parentElement?.firstElementChild;
	if (!shown) continue;
	const isReference = !shown.matches('pre');
	const text = (isReference ? shownText(shown) : (shown.textContent ?? '')).trim();
	const html = isReference ? shown.innerHTML : null;
	button.addEventListener('click', () => {
		if (button.dataset['do'] === 'save') save(`${text}\n`, button.dataset['name'] ?? 'reference.bib');
		else void confirm(button, copy(text, html, shown));
	});
	button.hidden = false;
}

async function confirm(button: HTMLButtonElement, copying: Promise<boolean>): Promise<void> {
	const { copied = '', selected = '' } = button.dataset;
	button.dataset['label'] ??= button.textContent ?? '';
	button.textContent = (await copying) ? copied : selected;
	setTimeout(() => {
		button.textContent = button.dataset['label'] ?? '';
	}, confirmation);
}

/** Milliseconds for which a button confirms that it copied. */
const confirmation = 2500;
