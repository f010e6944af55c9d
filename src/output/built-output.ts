import type { PublicationList } from '../lists/list.ts';
import type { Output, OutputSpec } from './output.ts';

/** An output that was built, and what it shows. */
export interface BuiltOutput extends Output {
	/** A part of a repeated output has its own. */
	readonly spec: OutputSpec;
	/** As configured; the same for all parts of a repeated output. */
	readonly row: OutputSpec;
	/** Null for a format without a list, and for what is removed. */
	readonly list: PublicationList | null;
}
