import { makeChoices } from './choices.ts';
import { part } from './parts-of-page.ts';
import { revealer } from './reveal.ts';
import { saveAll } from './save-all.ts';
import { countSections } from './section-blocks.ts';
import { anything, filters, readHash, type Wanted, writeHash } from './wanted.ts';
import { matcher, readAhead, readWorks } from './works-on-page.ts';

/**
 * Puts search and filters above the list. What is asked for stands in the address, so that it can be sent to somebody;
 * an address that leads to a work shows it, whatever is asked for.
 */
export function offerSearch(): void {
	const tools = part('search');
	const form = tools?.querySelector('form');
	const list = document.querySelector('.bibfolio');
	if (!tools || !form || !list) return;
	const { works, kinds } = readWorks();
	if (works.length < 2) return;
	const box = form.elements.namedItem('q') as HTMLInputElement;
	const found = form.querySelector('output') as HTMLOutputElement;
	const nothing = tools.querySelector<HTMLElement>('[data-bibfolio="nothing"]');
	const choices = makeChoices(form, works, kinds);
	const countAgain = countSections();
	const reveal = revealer(works.map(({ item }) => item));
	let shown: Wanted = anything;
	let left: ReadonlySet<HTMLElement> = new Set();

	function show(wanted: Wanted, atOnce?: 'at once'): void {
		const matches = matcher(wanted);
		left = new Set(works.flatMap((work) => (matches(work) ? [work.item] : [])));
		reveal(left, atOnce);
		const count = left.size;
		countAgain(left);
		choices.count(matches);
		const isAll = writeHash(wanted) === '';
		const pattern = found.dataset[isAll ? 'all' : 'some'] ?? '';
		found.textContent = pattern.replace('{found}', String(count)).replace('{number}', String(works.length));
		form?.toggleAttribute('data-filtered', !isAll);
		if (nothing) nothing.hidden = count > 0;
		shown = wanted;
	}

	const asked = (): Wanted => {
		const value = (name: string) => (form.elements.namedItem(name) as HTMLInputElement | null)?.value ?? '';
		const [kind, year, keyword, person] = filters.map(value);
		return { q: box.value, kind: kind ?? '', year: year ?? '', keyword: keyword ?? '', person: person ?? '' };
	};

	let due = 0;
	/** At most once a frame, however fast somebody types. */
	function follow(): void {
		cancelAnimationFrame(due);
		due = requestAnimationFrame(() => {
			show(asked());
			address(writeHash(shown));
		});
	}

	function follows(wanted: Wanted): void {
		box.value = wanted.q;
		choices.choose(wanted);
		show(wanted, 'at once');
	}

	function followAddress(): void {
		const wanted = readHash(location.hash);
		if (wanted) {
			follows(wanted);
			return;
		}
		const target = document.getElementById(location.hash.slice(1));
		if (!target?.closest('[hidden]')) return;
		follows(anything);
		target.scrollIntoView();
	}

	form.addEventListener('input', follow);
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('click', ({ target }) => {
		const button = (target as Element).closest<HTMLElement>('[data-do]');
		if (button?.dataset['do'] === 'save') saveAll([...left], list.id);
		if (button?.dataset['do'] !== 'clear') return;
		follows(anything);
		address('');
		box.focus();
	});
	addEventListener('hashchange', followAddress);

	const before = document.querySelector('.bibfolio-contents') ?? list;
	before.before(tools);
	follows(readHash(location.hash) ?? anything);
	readAhead(works);
}

/** Sets what the address asks for. No step of its own to go back: each letter typed would be one. */
function address(hash: string): void {
	try {
		history.replaceState(history.state, '', hash || location.pathname + location.search);
	} catch {
		// A page inside another document may have no address of its own.
	}
}
