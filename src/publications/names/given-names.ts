import { fold } from '../../text/fold.ts';

/**
 * Common given names without accents. They only decide between two readings of a text that BibTeX would misread, so the
 * table is incomplete on purpose. It omits names of places ('Georgia', 'Victoria').
 */
const givenNames: ReadonlySet<string> = new Set(
	`
	aaron abdul ada adam adrian agnes agnieszka ahmad ahmed aino aisha aitor alain alan alba albert alberto alejandra
	alejandro aleksandra alessandra alessandro alessia alex alexander alexandra alexandre alexandros alexandru alexei
	alexey alfonso alfred alfredo ali alice alicia alina alison allison alvaro amanda amelia amina amir amy ana
	anastasia anders andre andrea andreas andrei andrej andres andrew andrzej angel angela angelika angelo anja anke ann
	anna anne annette annika antoine anton antonella antoni antonia antonio antonios antti arjen arnaud arne arthur
	artur arturo asa astrid august augusto aurelie barbara barry bart bartosz beata beate beatrice beatriz ben benedikt
	benjamin benoit bente bernard bernardo bernd bernhard bert beth bettina betty bill birgit bjorn bo bob brandon
	brenda brian brigitte bruno caio camila camille carla carlo carlos carmen carol caroline caterina catherine cathy
	cecilia cedric celine celso cesar charles charlotte chiara chris christa christel christian christiane christina
	christine christof christoph christophe christopher clara claude claudia claudio colin concha conchita corinna
	cristian cristina cynthia dag dagmar damien daniel daniela daniele daniella danielle dave david davide deborah denis
	dennis diana diane didier diego dieter dietmar dimitri dimitris dirk dmitri dmitry dominik dominique donald dora
	doris dorothea douglas eduardo edward edwin einar elena eleonora elias elisa elisabeth elise elizabeth elke ellen
	elsa emanuele emil emile emilia emilie emilio emily emma emmanuel emmy enric enrico enrique eric erica erik erika
	erlend ernesto ernst esteban estelle esther etienne eugene eva evelyn fabian fabio fabrice fatima federica federico
	felipe felix ferdinand fernanda fernando filip filippo fiona flavia flavio florian franca francesca francesco
	francine francis francisco franck francois francoise frank franz fred frederic frederick frederik friedrich fritz
	gabriel gabriela gabriele gabriella gareth gary gaston geert geoffrey georg george georges georgios gerald gerard
	gerardo gerd gerhard gert gilles giorgio giovanna giovanni gisela giulia giulio giuseppe gonzalo grace graham greg
	gregory gro grzegorz guido guillaume guillermo gunnar gunter gustav gustavo guy halvor hanna hannah hannes hans
	harald harry hassan heather hector heidi heike heiko heinrich heinz helen helena helene helga helmut hendrik henri
	henrik henrique henry herbert hermann hilda holger horst hubert hugo ian ida ignacio igor iker ilaria ilona ines
	inga inge ingeborg ingo ingrid ingvild inigo irene irina iris irma isabel isabella isabelle itziar ivan jacek jack
	jacob jacqueline jacques jaime jakob jakub james jan jana jane janet janina janusz jaroslav jason javier jean jeanne
	jeff jeffrey jelena jennifer jenny jens jeremy jerome jerzy jessica jesus jill jim joachim joan joana joanna joao
	joaquim joaquin jochen joe joel joerg joeri johan johanna johannes john jolanta jon jonas jonathan jordi jorg jorge
	jose josef josep joseph josephine joshua juan juana judith juha juhani julia julian juliana julie julien julio
	jurgen jussi justin justyna kai kamil karel karen kari karim karin karina karl karla karsten kata katarina katarzyna
	kate katharina katherine kathleen kathrin kathryn katja katrin kazimierz keith kelly kelsey ken kenneth kerstin
	kevin klaus knut konrad konstantin konstantinos kristian kristin kristina krzysztof kurt lars laura laure laurence
	laurent lea leire lena leo leon leonardo leonhard leonid leonor leticia liam lidia lilian lily lina linda lisa lise
	livia lorenzo lothar lotte louis louise lourdes luc luca lucas lucia luciana luciano lucie lucio lucy ludovic ludwig
	luigi luis luisa luise luiz lukas lukasz luke lydia maarten maciej magda magdalena magne magnus maja malgorzata
	manfred manuel manuela mara marc marcel marcela marcelo marcin marcio marco marcos marcus marek margaret margarita
	margherita margit maria mariana marie marija marina mario marion marisa marjan mark marko markus marlene marta
	martha martin martina mary massimo mateo mateus mateusz mathias mathieu mathilde matteo matthew matthias matthieu
	maurice mauricio mauro max maxime maya megan melanie melissa mercedes mia michael michaela michal michel michele
	michelle mickael miguel mika mikael mikhail mikko milan milena miriam mirko miroslav mohamed mohammad mohammed mohan
	molly monica monika monique montserrat moritz muhammad mustafa nadia nadine nancy natalia natalie natasha nathalie
	nathan neil nele nerea nicholas nick nicola nicolas nicole niels nienke nigel niklas nikolai nikolaos nikolas nils
	nina noemi nora norbert nuno odd olaf olga oliver olivia olivier omar oscar oskar otto pablo paloma paola paolo
	pascal patrice patricia patrick pau paula paulina pawel pedro peggy penelope per petar pete peter petr petra philip
	philipp philippe pia pierluigi pierre pieter pilar piotr rachel rafael rafal raffaele rainer ralf ralph ramona
	raphael raquel raul rebecca reiner reinhard renata renate rene riccardo richard rita rob robert roberta roberto
	rodrigo rogerio roland rolf romain roman ronald rosa rosario roswitha rudolf rui ruth ryan sabina sabine sabrina
	sally salvatore sam samantha samuel sandra santiago sara sarah sascha sean sebastian sebastien sergei sergey sergio
	sharon silke silvia silvio simon simona simone siri sofie solange sonia sonja sophia sophie stefan stefania stefanie
	stefano steffen stein stephan stephane stephanie stephen steve steven stuart susan susana susanna susanne suzanne
	svein sven svetlana sylvain sylvia sylvie tamara tania tanja tatiana ted teresa terje terry theo theodor theresa
	therese thiago thierry thijs thomas thorsten tiago till tim timo timothy tobias tomas tomasz tommaso tor torbjorn
	torsten tracy trond udo ulf ulla ulrich ulrike ursula ute uwe vadim valentin valentina valeria valerie vanessa vera
	veronica veronika veronique victor viktor viktoria vincent vincenzo vinicius viola virginie vittorio vivian vladimir
	volker walter waltraud wendi wendy werner wilfried wilhelm willem william wim wojciech wolfgang wouter xabier xavi
	xavier yann yannick yngve yolanda yuri yusuf yves yvonne zbigniew zofia zoltan zuzana
	`
		.trim()
		.split(/\s+/),
);

/** Whether a word, or the first part of a double name ('Jean-Paul'), is a common given name. */
export function isGivenName(word: string): boolean {
	return givenNames.has(fold(word).split('-')[0] ?? '');
}
