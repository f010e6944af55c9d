import { type FinishedPiece, type Finishing, finishPiece } from '../../formats/finish-file.ts';
import type { Format } from '../../formats/format.ts';
import type { LastingView, LoneBlock, Pieces } from './template-runtime.ts';

/** Views in a row, and what a block wrote of them. */
interface Run {
	readonly views: readonly LastingView[];
	readonly piece: FinishedPiece;
}

/** By the first of its views. */
type Runs = WeakMap<LastingView, Run>;

/** UTF-16 units after which a run ends: so much is written again for one work that changed. */
const runLength = 1 << 18;

const kept = new WeakMap<Format, WeakMap<LoneBlock, Runs>>();

/**
 * Pieces of a file whose runs of views are kept, finished: where the same views stand in a row again, the bytes are taken
 * that they gave before. A run ends where one begins that still stands, so what lies between is written anew and no more.
 * No view begins a run and stands in another one, so all that is kept together is as long as the files.
 */
export function keptPieces(format: Format, { add, addFinished }: Finishing, length = runLength): Pieces {
	return {
		add,
		addViews(views, block, write) {
			const runs = runsOf(format, block);
			for (let from = 0; from < views.length; ) {
				const known = runAt(from, views, runs);
				if (known) {
					addFinished(known.piece);
					from += known.views.length;
					continue;
				}
				const first = from;
				let text = '';
				do text += write(views[from++] as LastingView);
				while (from < views.length && text.length < length && !runAt(from, views, runs));
				const piece = finishPiece(format, text);
				if (piece) {
					addFinished(piece);
					runs.set(views[first] as LastingView, { views: views.slice(first, from), piece });
				} else add(text);
			}
		},
	};
}

function runsOf(format: Format, block: LoneBlock): Runs {
	const blocks = kept.get(format) ?? new WeakMap<LoneBlock, Runs>();
	kept.set(format, blocks);
	const runs = blocks.get(block) ?? new WeakMap<LastingView, Run>();
	blocks.set(block, runs);
	return runs;
}

/** The run that still stands at a place; one that begins there and does not stand any more is forgotten. */
function runAt(from: number, views: readonly LastingView[], runs: Runs): Run | null {
	const first = views[from] as LastingView;
	const run = runs.get(first);
	if (!run) return null;
	if (run.views.every((view, index) => view === views[from + index])) return run;
	runs.delete(first);
	return null;
}
