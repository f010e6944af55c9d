/** Words that stay lower-case in title case and that keys omit: English first, then other languages. */
export const functionWords: ReadonlySet<string> = new Set(
	(
		'a an the and or nor but of in on at by for from to with without within into onto over under upon up down off out via per ' +
		'as is are vs versus between among through during toward towards about after before against beyond across along around ' +
		'der die das den dem des ein eine einer eines einem einen und oder von vom zu zur zum im am auf aus bei für mit nach über ' +
		'unter durch gegen ohne le la les l un une des du de d et ou en au aux dans par pour sur sous el los las unos unas del y o ' +
		'con por para il lo gli i uno dello della dei degli delle al alla e da di su het een op voor van met'
	).split(' '),
);
