import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../folder.ts';
import { itWith } from '../tools.ts';
import { git, root, runStep, startRepository } from './running-steps.ts';

const page = readFileSync(join(root, 'docs/continuous-integration.md'), 'utf8');
const bib = '@article{a, author = {Ada, A.}, title = {T}, journal = {J}, year = {2000}}\n';
const stepName = 'Open a pull request with updates';
const title = '2 new papers, 1 correction';
/** What a hostile service could say. The title is always one of Bibfolio. */
const hostileBody = '- **`x` $(touch hacked) `touch hacked`** "quoted" \\n %0A ::error::x\n- last';

/** Bibfolio as the step calls it: it adds a line to the library, and writes a summary and a report. */
function fakeNpx(change: string, files: readonly string[] = ['a.bib'], status = 0): string {
	const report = JSON.stringify({ root: '.', title, changed: files });
	return `#!/bin/sh
[ "$3" = update ] || exit 9
while [ "$#" -gt 0 ]; do [ "$1" = --summary ] && summary=$2; shift; done
${change}
cat > "$summary" <<'END'
${title}

## New

${hostileBody}
END
cat <<'END'
${report}
END
exit ${status}
`;
}

/** GitHub's command line, whose pull requests are files. It keeps what it was called with. */
const gh = `#!/bin/sh
printf '%s\\n' "$*" >> .bin/calls
for word in "$@"; do case $word in body=@*) cp "\${word#body=@}" .bin/body ;; esac; done
case "$*" in
*'--method GET'*) cat .bin/number 2> /dev/null || true ;;
*'--method PATCH'*) echo https://github.example/ada/site/pull/7 ;;
*) echo 7 > .bin/number; echo https://github.example/ada/site/pull/7 ;;
esac
`;

const add = (line: string) => `echo '${line}' >> a.bib`;

/** A repository whose first commit is on the remote. */
function repository(files: Readonly<Record<string, string>> = {}): string {
	const folder = folderWith({ 'a.bib': bib, '.gitignore': '.bin\nremote\n*.html\n', ...files });
	startRepository(folder);
	git(folder, 'add', '--all');
	git(folder, 'commit', '--quiet', '--message', 'Start');
	git(folder, 'push', '--quiet');
	return folder;
}

const calls = (folder: string) => readFileSync(join(folder, '.bin/calls'), 'utf8').trim().split('\n');
const branch = 'origin/bibfolio/update';

describe.skipIf(process.platform === 'win32')('the step that opens a pull request', () => {
	itWith(
		'bash',
		'git',
		'xargs',
	)('commits the changes on a branch of its own, and opens a pull request', () => {
		const folder = repository();
		writeFileSync(join(folder, 'unrelated.txt'), '');
		const { status, stderr, output, summary } = runStep(stepName, folder, {}, { gh, npx: fakeNpx(add('% new')) });
		expect([status, stderr]).toEqual([0, '']);
		expect(output).toBe('changed=true\npull-request=https://github.example/ada/site/pull/7\n');
		git(folder, 'fetch', '--quiet');
		expect(git(folder, 'log', '--format=%s %an', `main..${branch}`)).toBe(`${title} github-actions[bot]\n`);
		expect(git(folder, 'show', '--name-only', '--format=', branch)).toBe('a.bib\n');
		expect(git(folder, 'branch', '--show-current')).toBe('main\n');
		expect(readFileSync(join(folder, 'a.bib'), 'utf8')).toBe(bib);
		expect(summary).toContain(`## ${title}\n\n## New\n\n${hostileBody}\n`);
		expect(calls(folder)).toEqual([
			'api --method GET repos/ada/site/pulls -f state=open -f head=ada:bibfolio/update --jq .[0].number // empty',
			expect.stringMatching(
				/^api repos\/ada\/site\/pulls -f head=bibfolio\/update -f base=main -f title=2 new papers, 1 correction -F body=@/,
			),
		]);
		expect(readFileSync(join(folder, '.bin/body'), 'utf8')).toMatch(/^## New\n/);
		expect(readFileSync(join(folder, '.bin/body'), 'utf8')).toContain(hostileBody);
		expect(existsSync(join(folder, 'hacked'))).toBe(false);
	});

	itWith(
		'bash',
		'git',
		'xargs',
	)('replaces the branch and the text of an open pull request', () => {
		const folder = repository();
		runStep(stepName, folder, {}, { gh, npx: fakeNpx(add('% October')) });
		const { status } = runStep(stepName, folder, {}, { gh, npx: fakeNpx(add('% November')) });
		expect(status).toBe(0);
		git(folder, 'fetch', '--quiet');
		expect(git(folder, 'show', `${branch}:a.bib`)).toBe(`${bib}% November\n`);
		expect(git(folder, 'rev-list', '--count', `main..${branch}`)).toBe('1\n');
		expect(calls(folder).at(-1)).toMatch(/^api --method PATCH repos\/ada\/site\/pulls\/7 -f title=/);
		const tip = git(folder, 'rev-parse', branch);
		runStep(stepName, folder, {}, { gh, npx: fakeNpx(add('% November')) });
		git(folder, 'fetch', '--quiet');
		expect(git(folder, 'rev-parse', branch)).toBe(tip);
	});

	itWith(
		'bash',
		'git',
		'xargs',
	)('leaves a branch alone that has commits of other people', () => {
		const folder = repository();
		runStep(stepName, folder, {}, { gh, npx: fakeNpx(add('% October')) });
		git(folder, 'fetch', '--quiet');
		git(folder, 'checkout', '--quiet', '-B', 'mine', branch);
		writeFileSync(join(folder, 'a.bib'), `${bib}% corrected\n`);
		git(folder, 'commit', '--quiet', '--all', '--message', 'Correct');
		git(folder, 'push', '--quiet', 'origin', 'HEAD:bibfolio/update');
		git(folder, 'checkout', '--quiet', 'main');
		const { status, stdout } = runStep(stepName, folder, {}, { gh, npx: fakeNpx(add('% November')) });
		expect([status, stdout]).toEqual([0, expect.stringMatching(/^::warning .*commits of other people/m)]);
		git(folder, 'fetch', '--quiet');
		expect(git(folder, 'show', `${branch}:a.bib`)).toBe(`${bib}% corrected\n`);
		expect(calls(folder)).toHaveLength(2);
	});

	itWith('bash', 'git', 'xargs').each([
		['nothing changed', fakeNpx('', [])],
		['only ignored files changed', fakeNpx('echo x > list.html', ['list.html'])],
		['the same bytes were written', fakeNpx('', ['a.bib'])],
	])('opens none if %s, and shows the summary', (_, npx) => {
		const folder = repository();
		const { status, output, summary } = runStep(stepName, folder, {}, { gh, npx });
		expect([status, output]).toEqual([0, 'changed=false\n']);
		expect(summary).toContain(title);
		expect(existsSync(join(folder, '.bin/calls'))).toBe(false);
		expect(git(folder, 'branch', '--list', '--all')).toBe('* main\n  remotes/origin/main\n');
	});

	itWith(
		'bash',
		'git',
		'xargs',
	)('commits files with any name, and removed ones', () => {
		const folder = repository({ 'old.md': 'x' });
		const names = ['-n.md', ':(glob)x.md', "it's $(touch hacked).md"];
		const write = names.map((name) => `echo x > "./${name.replaceAll('$', '\\$')}"`).join('\n');
		const npx = fakeNpx(`${write}\nrm old.md`, [...names, 'old.md', 'never.md']);
		expect(runStep(stepName, folder, {}, { gh, npx }).stderr).toBe('');
		git(folder, 'fetch', '--quiet');
		const files = git(folder, 'show', '-z', '--name-only', '--format=', branch).split('\0').filter(Boolean);
		expect(files.sort()).toEqual([...names, 'old.md'].sort());
		expect(existsSync(join(folder, 'hacked'))).toBe(false);
	});

	itWith('bash', 'git', 'xargs').each([
		['no pull request may be opened', {}, { gh: '#!/bin/sh\nexit 1\n' }, /Allow GitHub Actions to create/],
		['the branch is the one checked out', { 'update-branch': 'main' }, {}, /needs another branch/],
		['the branch has no valid name', { 'update-branch': '--force x' }, {}, /no name of a branch/],
	])('fails with a clear message if %s', (_, inputs, programs, message) => {
		const folder = repository();
		const { status, stdout } = runStep(stepName, folder, inputs, { gh, npx: fakeNpx(add('% x')), ...programs });
		expect([status, stdout]).toEqual([1, expect.stringMatching(message)]);
		expect(git(folder, 'show', 'origin/main:a.bib')).toBe(bib);
	});

	itWith(
		'bash',
		'git',
		'xargs',
	)('fails if the branch may not be pushed, or the update fails', () => {
		const folder = repository();
		writeFileSync(join(folder, 'remote/hooks/pre-receive'), '#!/bin/sh\nexit 1\n');
		chmodSync(join(folder, 'remote/hooks/pre-receive'), 0o755);
		const refused = runStep(stepName, folder, {}, { gh, npx: fakeNpx(add('% x')) });
		expect([refused.status, refused.stdout]).toEqual([1, expect.stringContaining('contents: write')]);
		const failed = runStep(stepName, repository(), {}, { gh, npx: fakeNpx('', [], 1) });
		expect([failed.status, failed.summary]).toEqual([1, expect.stringContaining(title)]);
	});

	itWith(
		'bash',
		'git',
		'xargs',
	)('runs bibfolio update', () => {
		const folder = repository({
			// Services are not asked about such a work.
			'lab/b.bib': '@misc{b, author = {Ada, A.}, title = {T}, howpublished = {Talk}, year = {2000}}\n',
			'lab/own.yaml': 'library: b.bib\noutputs: [list.md]\n',
		});
		const { status, output } = runStep(stepName, folder, { config: 'lab/own.yaml' }, { gh });
		expect([status, output]).toEqual([0, expect.stringContaining('changed=true')]);
		git(folder, 'fetch', '--quiet');
		expect(git(folder, 'log', '-1', '--format=%s', branch)).toBe('Lists built again\n');
		expect(git(folder, 'show', '--name-only', '--format=', branch)).toBe('lab/list.md\n');
	});
});

/** The code of a recipe after a heading. */
function recipe(heading: string, language: string): string {
	const section = page.split(`### ${heading}\n`)[1] ?? '';
	return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(section)?.[1] ?? '';
}

/** Runs a script of a recipe in a repository. */
function runScript(script: string, folder: string, programs: Readonly<Record<string, string>>, env: object = {}) {
	const bin = join(folder, '.bin');
	mkdirSync(bin, { recursive: true });
	for (const [name, text] of Object.entries(programs)) {
		writeFileSync(join(bin, name), text);
		chmodSync(join(bin, name), 0o755);
	}
	return spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
		cwd: folder,
		encoding: 'utf8',
		env: { PATH: `${bin}:${process.env['PATH']}`, HOME: folder, ...env },
	});
}

describe.skipIf(process.platform === 'win32')('the recipe', () => {
	itWith(
		'bash',
		'git',
		'mktemp',
		'head',
	)('for GitLab pushes a branch with the title of a merge request', () => {
		const { script, rules } = parse(recipe('On GitLab', 'yaml'))['update publications'];
		expect(rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "schedule"' }]);
		const folder = repository();
		git(folder, '-C', 'remote', 'config', 'receive.advertisePushOptions', 'true');
		const hook = join(folder, 'remote/hooks/pre-receive');
		writeFileSync(hook, '#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION_[0-9] | sort > options\n');
		chmodSync(hook, 0o755);
		git(
			folder,
			'config',
			`url.${join(folder, 'remote')}.insteadOf`,
			'https://bibfolio:secret@gitlab.example/ada/site.git',
		);
		const env = {
			UPDATE_TOKEN: 'secret',
			CI_SERVER_HOST: 'gitlab.example',
			CI_PROJECT_PATH: 'ada/site',
			CI_DEFAULT_BRANCH: 'main',
			GITLAB_USER_EMAIL: 'ada@example.org',
		};
		const npx = fakeNpx(add('% new'));
		const { status, stdout, stderr } = runScript(script.join('\n'), folder, { npx }, env);
		expect(status, stderr).toBe(0);
		expect(stdout + stderr).not.toContain('secret');
		expect(readFileSync(join(folder, 'remote/options'), 'utf8').replace(/^GIT_PUSH_OPTION_\d=/gm, '')).toBe(
			`merge_request.create\nmerge_request.target=main\nmerge_request.title=${title}\nmerge_request.remove_source_branch\n`,
		);
		const message = git(folder, '-C', 'remote', 'show', '--no-patch', '--format=%B', 'bibfolio/update');
		expect(message).toContain(`${title}\n\n## New\n\n${hostileBody}`);
		expect(existsSync(join(folder, 'hacked'))).toBe(false);
		expect(runScript(script.join('\n'), repository(), { npx: fakeNpx('') }, env).status).toBe(0);
	});

	itWith(
		'bash',
		'git',
		'mktemp',
		'head',
		'cat',
		'rm',
	)('for cron commits, pushes and mails the summary', () => {
		const folder = repository();
		const script = recipe('On your own machine', 'sh').replace('cd "$HOME/site"', 'cd "$HOME"');
		const mail = '#!/bin/sh\nprintf "%s\\n" "$@" > .bin/mailed\ncat >> .bin/mailed\n';
		const { status, stderr } = runScript(script, folder, { npx: fakeNpx(add('% new')), mail });
		expect(status, stderr).toBe(0);
		expect(git(folder, 'log', '-1', '--format=%s', 'origin/main')).toBe(`${title}\n`);
		expect(git(folder, 'log', '-1', '--format=%b', 'origin/main')).toContain('## New');
		expect(readFileSync(join(folder, '.bin/mailed'), 'utf8')).toMatch(
			new RegExp(`^-s\n${title}\nada@example.org\n${title}\n`),
		);
	});
});
