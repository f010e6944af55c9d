import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureGrowth } from '../complexity/growth.ts';
import { makeDepartment } from './department.ts';
import { secondsOfEdit } from './edits.ts';
import { makeLibrary } from './library.ts';
import { medians, peakMemory, type Runner } from './measure.ts';

/**
 * `npm run bench`: how long Bibfolio takes, compared with other installed programs, measured alternately in one sitting.
 * `--write` puts the table into `docs/performance.md`, `--quick` omits the large libraries. Then, or alone with `--growth`,
 * whether all families of made inputs take linear time; `--growth=title` measures those with 'title' in their names.
 */
const [write, quick] = ['--write', '--quick'].map((option) => process.argv.includes(option));
const growth = process.argv.find((option) => option.startsWith('--growth'));
const sizes = quick ? [50, 1000] : [50, 1000, 10_000, 50_000];
/** Small libraries need more runs, because their times vary more. */
const runsOf = (size: number) => (size <= 50 ? 15 : size <= 1000 ? 7 : size <= 10_000 ? 5 : 1);

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'bibfolio-bench-'));
const node = process.execPath;
const cli = join(root, 'dist', 'cli.js');

const empty: Runner = { name: 'an empty Node process', command: node, args: ['-e', '0'] };
const build = (size: number): Runner => ({
	name: 'bibfolio build (HTML, Markdown and LaTeX)',
	command: node,
	args: [cli, 'build', `${size}.bib`, '--out', 'out'],
});
const version: Runner = { name: 'bibfolio --version', command: node, args: [cli, '--version'] };
const help: Runner = { name: 'bibfolio --help', command: node, args: [cli, '--help'] };

/** Other programs that convert .bib files, and the largest library they are measured with. */
const others: readonly { readonly most: number; runner(size: number): Runner }[] = [
	{
		most: 50_000,
		runner: (size) => ({
			name: 'bibtex2html (HTML)',
			command: 'bibtex2html',
			args: ['-q', '-o', 'bibtex2html', `${size}.bib`],
		}),
	},
	{
		most: 50_000,
		runner: (size) => ({
			name: 'bib2bib (BibTeX)',
			command: 'bib2bib',
			args: ['-q', '-ob', 'bib2bib.bib', `${size}.bib`],
		}),
	},
	{
		most: 1000,
		runner: (size) => ({
			name: 'pandoc --citeproc (HTML)',
			command: 'pandoc',
			args: ['--from', 'biblatex', '--to', 'html', '--citeproc', '--output', 'pandoc.html', `${size}.bib`],
		}),
	},
];
const installed = others.filter(({ runner }) => !spawnSync(runner(0).command, ['--help']).error);

try {
	if (growth === undefined) await compare();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
if (!quick && !measureGrowth(growth?.split('=')[1] ?? '')) process.exitCode = 1;

async function compare(): Promise<void> {
	const table = [...startUp(), '', ...comparison(), ...(await watching()), '', ...department()].join('\n');
	console.log(table);
	if (write) writeTable(table);
}

/** Times of short runs, as multiples of an empty process. */
function startUp(): string[] {
	writeFileSync(join(folder, '50.bib'), makeLibrary(50));
	const runners = [empty, version, help, build(50)];
	const times = medians(runners, runsOf(50), folder);
	const ratio = (runner: Runner) => times1(times.get(runner), times.get(empty));
	return [
		'| whole process | compared with an empty Node.js process |',
		'|---|---|',
		`| \`bibfolio --version\` | ${ratio(version)} |`,
		`| \`bibfolio --help\` | ${ratio(help)} |`,
		`| \`bibfolio build\`, 50 entries, three formats | ${ratio(runners[3] as Runner)} |`,
	];
}

/** Times of other programs, as multiples of Bibfolio's time. */
function comparison(): string[] {
	const rows = sizes.map((size) => {
		writeFileSync(join(folder, `${size}.bib`), makeLibrary(size));
		const own = build(size);
		const runners = installed.map(({ most, runner }) => (size <= most ? runner(size) : null));
		const times = medians([own, ...runners.filter((runner) => runner !== null)], runsOf(size), folder);
		const time = times.get(own) ?? null;
		return {
			size,
			time,
			memory: peakMemory(own, folder),
			others: runners.map((one) => one && times1(times.get(one), time)),
		};
	});
	const [first] = rows.filter(({ size }) => size === 10_000);
	const names = installed.map(({ runner }) => runner(0).name);
	return [
		`| entries | Bibfolio: HTML, Markdown and LaTeX | its memory | ${names.join(' | ')} |`,
		`|---|---|---|${names.map(() => '---|').join('')}`,
		...rows.map(({ size, time, memory, others }) => {
			const own = first && size > 10_000 ? `1 (${times1(time, first.time)} of 10,000)` : '1';
			const cells = [size.toLocaleString('en'), own, memory === null ? '' : `${Math.round(memory)} MB`];
			return `| ${[...cells, ...others.map((other) => other ?? '–')].join(' | ')} |`;
		}),
		'',
		`Times of whole processes, as multiples of Bibfolio's time in the same row. Medians of alternating runs on Node.js ${process.versions.node}, ${cpus().length} processors.`,
	];
}

/** Time of an edit of a watched library, as a fraction of a full build. */
async function watching(): Promise<string[]> {
	const size = sizes.at(quick ? -1 : -2) ?? 0;
	const own = build(size);
	const { command } = own;
	const watcher = { name: 'bibfolio watch', command, args: [cli, 'watch', `${size}.bib`, '--out', 'watched'] };
	const outputs = ['html', 'md', 'tex'].map((ending) => `watched/publications.${ending}`);
	const time = await secondsOfEdit(watcher, folder, `${size}.bib`, outputs);
	const ratio = times1(time, medians([own], 3, folder).get(own));
	return [
		'',
		`\`bibfolio watch\`, ${size.toLocaleString('en')} entries: an edit takes ${ratio} of a build until all lists are written.`,
	];
}

/** Time and memory of the pages of a department, compared with a page of all its works. */
function department(): string[] {
	const size = sizes.at(quick ? -1 : -2) ?? 0;
	const place = join(folder, 'department');
	makeDepartment(place, size);
	const config = (file: string): Runner => ({ name: file, command: node, args: [cli, 'build', '--config', file] });
	const [one, all] = [config('one.yaml'), config('all.yaml')];
	const times = medians([one, all], 3, place);
	const memory = peakMemory(all, place);
	const needed = memory === null ? '' : ` and ${Math.round(memory)} MB`;
	return [
		`Pages of 60 people and 40 years, a feed and a data file of ${size.toLocaleString('en')} works: ${times1(times.get(all), times.get(one))} of the time of a page with all works${needed}.`,
	];
}

/** '2.4 ×'. */
function times1(time: number | null | undefined, of: number | null | undefined): string {
	if (!time || !of) return 'failed';
	const ratio = time / of;
	return `${ratio < 9.95 ? ratio.toFixed(ratio < 0.995 ? 2 : 1) : Math.round(ratio)} ×`;
}

function writeTable(table: string): void {
	const path = join(root, 'docs/performance.md');
	const text = readFileSync(path, 'utf8');
	const markers = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
	if (!markers.test(text)) throw new Error(`${path} has no <!-- bench --> … <!-- /bench -->`);
	writeFileSync(
		path,
		text.replace(markers, (_, start, end) => `${start}\n${table}\n\n${end}`),
	);
}
