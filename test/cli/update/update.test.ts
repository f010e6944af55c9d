import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioFolder, scenarioServer } from '../sync/scenario.ts';
import { run } from '../run.ts';

describe('x', () => {
	it('y', async () => {
		const { url, asked } = await scenarioServer();
		const folder = scenarioFolder(url, 'outputs: [list.md]\n');
		const { out, err, code } = await run(folder, ['update', '--summary', 's.md']);
		console.log(out, '----', err, code);
		console.log(readFileSync(join(folder, 's.md'), 'utf8'));
		const paths = asked.map(({ path }) => path);
		console.log(paths.length, new Set(paths).size, paths.filter((p, i) => paths.indexOf(p) !== i));
		const again = await run(folder, ['update', '--summary', 's.md']);
		console.log(again.out, again.err, readFileSync(join(folder, 's.md'), 'utf8'));
	});
});
