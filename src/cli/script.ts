import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { writeWhole } from '../output/write-whole.ts';

/** Whether what V8 compiled in this process is worth keeping for later ones; asked when the process ends. */
export type Keeps = () => boolean;

const loaded = new Map<string, unknown>();

/**
 * What a script of `dist/` exports. Compiling takes longer than a short list, so V8's code is kept beside the script,
 * where only those can put a file who could change the script as well; where nobody can, scripts are compiled each time.
 * The name of a script has a hash of its text and that of its code one of V8's version and flags, so a text never
 * meets the code of another.
 *
 * @param file absolute
 */
export function loadScript(file: string, keeps: Keeps): unknown {
	if (loaded.has(file)) return loaded.get(file);
	const folder = dirname(file);
	const compiled = `${file}.${cachedDataVersionTag().toString(16)}.code`;
	// The compiled scripts are ASCII: read like this they take half the memory, and no decoding.
	const text = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`;
	const cachedData = codeIn(compiled);
	const script = new Script(text, { filename: file, ...(cachedData && { cachedData }) });
	const module = { exports: {} };
	const require = createRequire(file);
	const load = (name: string) => (/^\.\/.+\.cjs$/.test(name) ? loadScript(join(folder, name), keeps) : require(name));
	script.runInThisContext()(module.exports, load, module, file, folder);
	loaded.set(file, module.exports);
	if (!cachedData || script.cachedDataRejected)
		process.once('exit', () => {
			if (keeps()) keep(compiled, script);
		});
	return module.exports;
}

/**
 * Node 20's V8 optimises a function after so few calls that what it learned from the first works does not hold for the
 * next, and compiles every pattern twice. Later versions count otherwise, and have no such flags. A pattern that was
 * used before stays with V8's interpreter, so `--no-regexp-tier-up`, which has none, would crash.
 */
export function tune(): void {
	if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=200000 --regexp-tier-up-ticks=0');
}

/** Bytes of the checksum. */
const head = 4;

/** V8 looks at the head only: what a broken disk made of the rest would crash it, so a checksum stands before. */
function codeIn(file: string): Buffer | undefined {
	try {
		const bytes = readFileSync(file);
		const code = bytes.subarray(head);
		return crc32(code) === bytes.readUInt32LE() ? code : undefined;
	} catch {
		return undefined;
	}
}

function keep(file: string, script: Script): void {
	try {
		accessSync(dirname(file), constants.W_OK);
		const code = script.createCachedData();
		const sum = Buffer.alloc(head);
		sum.writeUInt32LE(crc32(code));
		writeWhole(file, Buffer.concat([sum, code]));
	} catch {
		// An installation that cannot be written to, or a full disk: the next run compiles again.
	}
}
