/**
 * The journal macros of AASTeX (v6.3, 'Journal abbreviations'), A&A, MNRAS, SPIE and SAO/NASA ADS: command names without the
 * backslash, and the full names of the journals as in ADS.
 */
export const journals: ReadonlyMap<string, string> = new Map(
	`
	aj       The Astronomical Journal
	psj      The Planetary Science Journal
	araa     Annual Review of Astronomy and Astrophysics
	apj      The Astrophysical Journal
	apjl     The Astrophysical Journal Letters
	apjlett  The Astrophysical Journal Letters
	apjs     The Astrophysical Journal Supplement Series
	apjsupp  The Astrophysical Journal Supplement Series
	ao       Applied Optics
	applopt  Applied Optics
	apss     Astrophysics and Space Science
	aap      Astronomy and Astrophysics
	astap    Astronomy and Astrophysics
	aapr     Astronomy and Astrophysics Reviews
	aaps     Astronomy and Astrophysics Supplement Series
	azh      Astronomicheskii Zhurnal
	baas     Bulletin of the American Astronomical Society
	bac      Bulletin of the Astronomical Institutes of Czechoslovakia
	bain     Bulletin Astronomical Institute of the Netherlands
	caa      Chinese Astronomy and Astrophysics
	cjaa     Chinese Journal of Astronomy and Astrophysics
	icarus   Icarus
	jcap     Journal of Cosmology and Astroparticle Physics
	jrasc    Journal of the Royal Astronomical Society of Canada
	maps     Meteoritics and Planetary Science
	memras   Memoirs of the Royal Astronomical Society
	mnras    Monthly Notices of the Royal Astronomical Society
	na       New Astronomy
	nar      New Astronomy Reviews
	pra      Physical Review A
	prb      Physical Review B
	prc      Physical Review C
	prd      Physical Review D
	pre      Physical Review E
	prl      Physical Review Letters
	pasa     Publications of the Astronomical Society of Australia
	pasp     Publications of the Astronomical Society of the Pacific
	pasj     Publications of the Astronomical Society of Japan
	rmxaa    Revista Mexicana de Astronomia y Astrofisica
	qjras    Quarterly Journal of the Royal Astronomical Society
	skytel   Sky and Telescope
	solphys  Solar Physics
	sovast   Soviet Astronomy
	ssr      Space Science Reviews
	zap      Zeitschrift für Astrophysik
	nat      Nature
	nature   Nature
	science  Science
	iaucirc  International Astronomical Union Circular
	aplett   Astrophysics Letters
	apspr    Astrophysics Space Physics Research
	nphysa   Nuclear Physics A
	physrep  Physics Reports
	procspie Proceedings of the SPIE
	fcp      Fundamentals of Cosmic Physics
	gca      Geochimica et Cosmochimica Acta
	grl      Geophysical Research Letters
	jcp      The Journal of Chemical Physics
	jgr      Journal of Geophysical Research
	jqsrt    Journal of Quantitative Spectroscopy and Radiative Transfer
	memsai   Memorie della Societa Astronomica Italiana
	physscr  Physica Scripta
	planss   Planetary and Space Science
	actaa    Acta Astronomica
	`
		.trim()
		.split('\n')
		.map((line): [string, string] => {
			const [, name = '', title = ''] = /^\s*(\S+)\s+(.*)$/.exec(line) ?? [];
			return [name, title];
		}),
);
