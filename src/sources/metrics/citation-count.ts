import { int, maximum, minimum } from '../../text/schema.ts';

/** The schema of a number of citations. */
export const count = int().check(minimum(0), maximum(1e9));
