/** Words that a title in capitals keeps small, and that a key leaves out: English first, then what stands beside it. */
export const functionWords: ReadonlySet<string> = new Set(
	(
		'a an the and or nor but of in on at by for from to with without within into onto over under upon up down off out via per ' +
		'as is are vs versus between among through during toward towards about after before against beyond across along around ' +
		'der die das den dem des ein eine einer eines einem einen und oder von vom zu zur zum im am auf aus bei für mit nach über ' +
		'unter durch gegen ohne le la les l un une des du de d et ou en au aux dans par pour sur sous el los las unos unas del y o ' +
		'con por para il lo gli i uno dello della dei degli delle al alla e da di su het een op voor van met'
	).split(' '),
);
