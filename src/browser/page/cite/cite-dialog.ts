import { copy } from '../copy.ts';
import { groundOf } from '../ground.ts';
import { cloneTemplate } from '../page-templates.ts';
import { save } from '../save.ts';
import { plainReference, type ReferenceText, referenceNodes } from './reference-text.ts';

/** One form of a citation: BibTeX, RIS, or a reference. */
export interface CitationForm {
	/** Its value among the choices of the dialog. */
	readonly id: string;
	/** The name of the form; null if the template has its choice. */
	readonly label: string | null;
	readonly extension: 'bib' | 'ris' | 'txt';
	/** The text of a file, or a reference. */
	text(): string | ReferenceText | Promise<string>;
}

/** A work to cite. */
export interface Citable {
	readonly title: string;
	/** The name of saved files. */
	readonly name: string;
	readonly forms: readonly CitationForm[];
}

/** The dialog of a list. It remembers the form that was chosen last. */
export class CiteDialog {
	readonly #list: HTMLElement;
	readonly #dialog: HTMLDialogElement;
	readonly #choices: HTMLElement;
	readonly #shown: HTMLElement;
	readonly #status: HTMLOutputElement;
	#work: Citable | null = null;
	#chosen: CitationForm | null = null;
	#text = '';
	#html: string | null = null;

	/** The dialog of a list, from its template; null if the list has none. */
	static of(list: HTMLElement): CiteDialog | null {
		const dialog = cloneTemplate(list, 'cite')?.querySelector('dialog');
		return dialog ? new CiteDialog(list, dialog) : null;
	}

	private constructor(list: HTMLElement, dialog: HTMLDialogElement) {
		this.#list = list;
		this.#dialog = dialog;
		this.#choices = dialog.querySelector('fieldset') as HTMLElement;
		this.#shown = this.#part('[data-cite="text"]');
		this.#status = dialog.querySelector('output') as HTMLOutputElement;
		dialog.addEventListener('change', ({ target }) => void this.#choose((target as HTMLInputElement).value));
		dialog.addEventListener('click', ({ target }) => {
			// The dialog has no padding: a click on itself is a click beside it.
			const action = target === dialog ? 'close' : (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
			if (action === 'close') dialog.close();
			if (action === 'copy') void this.#copy();
			if (action === 'save' && this.#work && this.#chosen)
				save(this.#text, `${this.#work.name}.${this.#chosen.extension}`);
		});
		list.append(dialog);
	}

	/** Shows the citations of a work. When the dialog is closed, the focus returns to `opener`. */
	async open(work: Citable, opener: HTMLElement): Promise<void> {
		this.#work = work;
		const title = this.#part('[data-cite="title"]');
		title.textContent = work.title;
		title.dir = 'auto';
		const last = this.#chosen?.id;
		this.#showChoices(work.forms);
		await this.#choose(work.forms.some(({ id }) => id === last) ? last : work.forms[0]?.id);
		this.#dialog.style.setProperty('--bibfolio-dialog-ground', groundOf(this.#list));
		this.#dialog.style.setProperty('--bibfolio-dialog-text', getComputedStyle(this.#list).color);
		this.#dialog.addEventListener('close', () => opener.focus(), { once: true });
		this.#dialog.showModal();
		this.#part('[data-do="copy"]').focus();
	}

	#part(selector: string): HTMLElement {
		return this.#dialog.querySelector(selector) as HTMLElement;
	}

	/** Shows the choices of these forms, and adds those that the template lacks. */
	#showChoices(forms: readonly CitationForm[]): void {
		for (const { id, label } of forms) {
			if (label === null || this.#inputs().some(({ value }) => value === id)) continue;
			const choice = this.#choices.querySelector('label')?.cloneNode(true) as HTMLLabelElement;
			const input = choice.querySelector('input') as HTMLInputElement;
			input.value = id;
			(choice.querySelector('span') as HTMLElement).textContent = label;
			this.#choices.append(choice);
		}
		for (const input of this.#inputs())
			(input.parentElement as HTMLElement).hidden = !forms.some(({ id }) => id === input.value);
	}

	#inputs(): readonly HTMLInputElement[] {
		return [...this.#choices.querySelectorAll('input')];
	}

	async #choose(id: string | undefined): Promise<void> {
		const form = this.#work?.forms.find((each) => each.id === id);
		if (!form) return;
		this.#chosen = form;
		for (const input of this.#inputs()) input.checked = input.value === id;
		const text = await form.text();
		if (this.#chosen !== form) return;
		const isFile = typeof text === 'string';
		this.#text = isFile ? text : plainReference(text);
		this.#shown.replaceChildren(...(isFile ? [text.trimEnd().replaceAll('\r', '')] : referenceNodes(text)));
		this.#html = isFile ? null : this.#shown.innerHTML;
		this.#shown.dir = isFile ? 'ltr' : 'auto';
		this.#shown.classList.toggle('bibfolio-code', isFile);
		this.#shown.scrollTop = 0;
		this.#status.value = '';
		const button = this.#part('[data-do="save"]');
		button.textContent = button.dataset['words']?.replace('{file}', `.${form.extension}`) ?? '';
	}

	async #copy(): Promise<void> {
		const { copied = '', selected = '' } = this.#status.dataset;
		this.#status.value = '';
		const isCopied = await copy(this.#text, this.#html, this.#shown);
		// Screen readers announce a change, and the same text twice would be none.
		setTimeout(() => {
			this.#status.value = isCopied ? copied : selected;
		}, 50);
	}
}
