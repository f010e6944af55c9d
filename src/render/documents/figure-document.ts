import type { Statistic } from '../../statistics/statistic.ts';
import { statistics } from '../../statistics/statistics.ts';
import { valueIn } from '../../text/value-in.ts';
import { stylesheetOfFigures } from '../engine/inlined.ts';
import type { FigureView } from '../figures/figure-view.ts';
import { mirrored } from '../figures/mirrored.ts';
import { networkFigure } from '../figures/network-figure.ts';
import { tableFigure } from '../figures/table-figure.ts';
import type { ListView } from '../views/list-view.ts';
import { type DocumentParts, viewWith } from './document-parts.ts';

/** The view of the template `figure`. */
export interface FigureDocumentView extends ListView {
	readonly figure: FigureView;
}

/** Writes an SVG file that shows a statistic of a list. */
export function writeFigure(parts: DocumentParts): string {
	const count = valueIn(statistics, parts.show);
	if (!count) throw new Error(`Unknown statistic "${parts.show}"`);
	return drawStatistic(count(parts.list), parts);
}

/** Draws a statistic as an SVG file. */
export function drawStatistic(statistic: Statistic, parts: DocumentParts): string {
	const { list, view, show, outputTitle, environment, templates, format, locale } = parts;
	const isPart = list.spec.part !== null;
	const usualTitle = locale.term(`works-${show}`) ?? locale.term(show) ?? show;
	const title = isPart ? usualTitle : (outputTitle ?? usualTitle);
	const works = locale.phrase('works', { number: view.count });
	// The title of an output for each part names the part.
	const named = isPart || (list.spec.title !== null && outputTitle === null);
	const subtitle = [named ? view.pageTitle : null, works].filter(Boolean).join(' · ');
	const text = { id: `bibfolio-${view.id}-${show}`, title, subtitle, locale };
	const drawn =
		statistic.form === 'table'
			? tableFigure(statistic, text, view.options)
			: networkFigure(statistic, text, view.options);
	const figure = locale.direction === 'rtl' ? mirrored(drawn) : drawn;
	const additions = { figure, stylesheet: stylesheetOfFigures(templates, format) };
	return environment.render('figure', viewWith(view, additions));
}
