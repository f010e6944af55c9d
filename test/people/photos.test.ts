import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { photoOf, reportPhotos } from '../../src/people/photos.ts';
import { person } from './sample-person.ts';

it.each([
	['img/weber.jpg', [], 'img/weber.jpg'],
	['/img/weber.jpg', [], '/img/weber.jpg'],
	['https://lab.example/weber.jpg', ['lab.example'], 'https://lab.example/weber.jpg'],
	['https://photos.example/weber.jpg', ['lab.example'], null],
	['//photos.example/weber.jpg', [], null],
	['javascript:alert(1)', [], null],
	['mailto:weber@lab.example', ['lab.example'], null],
	['data:image/png;base64,AA', [], null],
])('shows the photo %s if %j are allowed: %s', (image, hosts, shown) => {
	const weber = person('Weber, Anna', { image });
	const problems: Diagnostic[] = [];
	reportPhotos([weber, person('Okafor, Chidi')], hosts, (problem) => problems.push(problem));
	expect(photoOf(weber, hosts)).toBe(shown);
	expect(problems.map(({ code }) => code)).toEqual(shown === null ? ['link/image'] : []);
});
