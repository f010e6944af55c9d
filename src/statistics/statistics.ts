import type { CountWorks } from './statistic.ts';
import { worksPerYear } from './works-per-year.ts';

/** What an output can show of a list instead of its works, by the name in `show`. */
export const statistics: Readonly<Record<string, CountWorks>> = {
	'per-year': worksPerYear,
};

export const statisticNames: readonly string[] = Object.keys(statistics);
