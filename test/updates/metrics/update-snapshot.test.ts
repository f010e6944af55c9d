import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { type MetricName, metricNames } from '../../../src/publications/metrics/metric-names.ts';
import { emptySnapshot, type Snapshot } from '../../../src/publications/metrics/metric-snapshot.ts';
import { writeSnapshot } from '../../../src/publications/metrics/write-snapshot.ts';
import { mergeMetrics } from '../../../src/updates/metrics/merge-metrics.ts';
import { updateSnapshot } from '../../../src/updates/metrics/update-snapshot.ts';
import { folderWith } from '../../folder.ts';

/** Adds what a source says about a work. */
const saying =
	(name: MetricName, citations: number) =>
	(current: Snapshot): Snapshot => {
		const known = new Map([['10.1/a', { citations, openAccess: null }]]);
		return mergeMetrics(current, [{ name, known, unknown: 0 }], '2026-11-30', () => true);
	};

async function update(folder: string, change: (current: Snapshot) => Snapshot, options: { dryRun?: boolean } = {}) {
	const problems: Diagnostic[] = [];
	const result = await updateSnapshot('metrics.json', folder, change, (problem) => problems.push(problem), options);
	return { result, codes: problems.map(({ code }) => code) };
}

const textIn = (folder: string) => readFileSync(join(folder, 'metrics.json'), 'utf8');

describe('Updating the file with metrics', () => {
	it('keeps the answers of several processes that finish at once', async () => {
		const folder = folderWith({});
		await Promise.all(metricNames.map((name, index) => update(folder, saying(name, index))));
		const all = metricNames.reduce((snapshot, name, index) => saying(name, index)(snapshot), emptySnapshot);
		expect(textIn(folder)).toBe(writeSnapshot(all));
		expect(readdirSync(folder)).toEqual(['metrics.json']);
	});

	it('does not write if nothing changes', async () => {
		const folder = folderWith({});
		expect((await update(folder, saying('openalex', 4))).result?.file.written).toBe(true);
		expect((await update(folder, saying('openalex', 4))).result?.file.written).toBe(false);
	});

	it('does not write in a dry run', async () => {
		const folder = folderWith({});
		const { result } = await update(folder, saying('openalex', 4), { dryRun: true });
		expect(result?.file).toMatchObject({ before: '', written: false });
		expect(existsSync(join(folder, 'metrics.json'))).toBe(false);
	});

	it.each(['{"a": 1}', 'text', '{"version":1,"sources":{},"works":{"10.1/a":{"openalex":4}}}'])(
		'leaves another file as it is: %s',
		async (text) => {
			const folder = folderWith({ 'metrics.json': text });
			expect(await update(folder, saying('openalex', 4))).toEqual({ result: null, codes: ['metrics/foreign'] });
			expect(textIn(folder)).toBe(text);
		},
	);

	it('leaves a file with a merge conflict as it is', async () => {
		const text = '<<<<<<< HEAD\n{}\n=======\n>>>>>>> main\n';
		const folder = folderWith({ 'metrics.json': text });
		expect(await update(folder, saying('openalex', 4))).toEqual({ result: null, codes: ['edit/conflict'] });
		expect(textIn(folder)).toBe(text);
	});
});
