import { safeParse, type ZodMiniType } from '../text/schema.ts';

/**
 * The first part of an answer that does not match its schema, as the end of a message: `, in which "title" is a number`, or
 * `: a list` for the whole answer. Null if the answer matches.
 */
export function schemaProblem(schema: ZodMiniType, answer: unknown): string | null {
	const { error } = safeParse(schema, answer);
	const issue = error?.issues[0] as Issue | undefined;
	if (!issue) return null;
	const path = deepestPath(issue);
	const found = path.reduce<unknown>((parent, key) => (parent as Readonly<Record<PropertyKey, unknown>>)[key], answer);
	const place = path.map(String).join('.').slice(0, maxPathLength);
	return place === '' ? `: ${describe(found)}` : `, in which "${place}" is ${describe(found)}`;
}

/** Characters in a message. */
const maxPathLength = 60;

/** An issue of zod 4; `errors` has the issues of each member of a union, whose paths start at the union. */
interface Issue {
	readonly path: readonly PropertyKey[];
	readonly errors?: readonly (readonly Issue[])[];
}

function deepestPath({ path, errors = [] }: Issue): readonly PropertyKey[] {
	const inner = errors.flatMap((issues) => issues.slice(0, 1).map(deepestPath));
	return [...path, ...inner.reduce((deepest, path) => (path.length > deepest.length ? path : deepest), [])];
}

function describe(found: unknown): string {
	if (found === null || found === undefined) return 'missing';
	if (Array.isArray(found)) return 'a list';
	if (typeof found === 'string') return `a text of ${found.length} ${found.length === 1 ? 'character' : 'characters'}`;
	if (typeof found === 'number' && (Math.abs(found) > 9999 || !Number.isInteger(found))) return `the number ${found}`;
	return typeof found === 'object' ? 'an object' : `a ${typeof found}`;
}
