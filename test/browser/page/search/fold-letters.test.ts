import { expect, it } from 'vitest';
import { fold } from '../../../../src/browser/page/search/fold-letters.ts';

it.each([
	['İstanbul ıŞIK', 'istanbul isik'],
	['أَحْمَد العليّ', 'احمد العلي'],
	['روش\u200cهای یادگیری', 'روشهاي يادگيري'],
	['۱۴۰۰ ١٩٩٨', '1400 1998'],
	['פרופ׳ בן־גוריון, צה״ל', 'פרופ\' בן-גוריון, צה"ל'],
])('folds %s for searching', (text, folded) => {
	expect(fold(text)).toBe(folded);
});
