import type { Name } from '../publications/names/name.ts';

/** A name as written under `people:` and for `--highlight`: 'van der Berg, Anna'. */
export function writtenName({ literal, nonDroppingParticle, droppingParticle, family, suffix, given }: Name): string {
	if (literal !== null) return literal;
	const whole = [nonDroppingParticle, droppingParticle, family].filter(Boolean).join(' ');
	return [whole, suffix, given].filter(Boolean).join(', ');
}
