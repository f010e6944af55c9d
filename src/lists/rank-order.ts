import { fold } from '../text/fold.ts';

/** A text that sorts ranks: A* before A, A before B, Q1 before Q2. */
export function rankOrder(rank: string): string {
	const words = fold(rank);
	return words.endsWith('*') ? `${words.slice(0, -1)} 0` : `${words} 1`;
}
