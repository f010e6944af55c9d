/**
 * Family names that so many people have that two people with the same full name often work in one field: the most frequent
 * ones of the countries with most publications, without diacritics. Incomplete on purpose.
 */
export const commonFamilyNames: ReadonlySet<string> = new Set(
	[
		// China, Taiwan, Singapore
		'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng',
		'han feng cao peng zeng xiao tian pan yuan dong cai jiang yu du ye cheng wei su lu ding ren yao shen lai hsu tan wong',
		'chan lee cheung chang chiu fang shi jin fan fu',
		// Korea, Japan, Vietnam
		'kim park choi jung jeong kang cho yoon lim shin kwon hwang ahn',
		'sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki',
		'nguyen tran le pham hoang phan vu vo dang bui do',
		// South and West Asia
		'singh kumar sharma gupta patel verma das ghosh roy rao reddy jain khan ahmed ali hussain shah rahman islam hossain',
		'hassan mohamed mohammadi ahmadi hosseini yilmaz kaya demir cohen levy',
		// English
		'smith johnson williams brown jones miller davis wilson taylor thomas moore martin jackson thompson white harris clark',
		'lewis robinson walker young allen king wright scott green baker adams nelson hill evans roberts murphy kelly',
		// Spanish, Portuguese, Italian, French
		'garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres fernandez gomez diaz ruiz alvarez',
		'silva santos oliveira souza pereira lima costa ferreira almeida ribeiro rossi russo ferrari esposito bianchi',
		'bernard dubois durand moreau',
		// German, Dutch, Scandinavian, Slavic
		'muller mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann koch bauer richter klein wolf',
		'jansen bakker visser andersson johansson karlsson nilsson hansen olsen larsen nielsen jensen pedersen',
		'ivanov petrov smirnov kuznetsov popov nowak novak kowalski',
	].flatMap((line) => line.split(' ')),
);
