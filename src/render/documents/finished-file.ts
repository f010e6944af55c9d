import type { RenderedFile } from './document-parts.ts';

/**
 * A file of an output as it is kept for the next build: as UTF-8, because a string takes two bytes per character if one
 * character is not Latin-1.
 */
export class FinishedFile implements RenderedFile {
	readonly name: string;
	readonly bytes: Buffer;

	constructor({ name, contents }: RenderedFile) {
		this.name = name;
		this.bytes = Buffer.from(contents);
	}
	get contents(): string {
		return this.bytes.toString();
	}
}
