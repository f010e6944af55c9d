import { parseWordTable } from '../../text/word-table.ts';

/** The characters of LaTeX's math commands (kernel, amssymb and some other common ones). */
export const mathSymbols: ReadonlyMap<string, string> = new Map(
	parseWordTable(`
	alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
	lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
	chi χ psi ψ omega ω digamma ϝ
	Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο
	Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω varGamma Γ varDelta Δ varOmega Ω
	upalpha α upbeta β upgamma γ updelta δ upepsilon ϵ upvarepsilon ε upzeta ζ upeta η uptheta θ upiota ι upkappa κ uplambda λ
	upmu µ upnu ν upxi ξ uppi π uprho ρ upsigma σ uptau τ upupsilon υ upphi ϕ upvarphi φ upchi χ uppsi ψ upomega ω
	Upgamma Γ Updelta Δ Uptheta Θ Uplambda Λ Upxi Ξ Uppi Π Upsigma Σ Upupsilon Υ Upphi Φ Uppsi Ψ Upomega Ω
	la ≲ ga ≳ degr ° arcdeg ° arcmin ′ arcsec ″ fdg ° farcm ′ farcs ″ micron µm Msun M⊙ Lsun L⊙ Rsun R⊙
	pm ± mp ∓ times × div ÷ ast ∗ star ⋆ circ ∘ bullet • cdot · cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧
	setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷
	oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿
	leq ≤ le ≤ leqslant ⩽ geq ≥ ge ≥ geqslant ⩾ equiv ≡ models ⊨ prec ≺ succ ≻ sim ∼ perp ⊥ preceq ⪯ succeq ⪰ simeq ≃ mid ∣
	ll ≪ gg ≫ asymp ≍ parallel ∥ subset ⊂ supset ⊃ approx ≈ bowtie ⋈ subseteq ⊆ supseteq ⊇ cong ≅ sqsubset ⊏ sqsupset ⊐
	neq ≠ ne ≠ smile ⌣ sqsubseteq ⊑ sqsupseteq ⊒ doteq ≐ frown ⌢ in ∈ ni ∋ owns ∋ notin ∉ propto ∝ vdash ⊢ dashv ⊣
	lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ triangleq ≜ approxeq ≊ nsim ≁ ncong ≇ nleq ≰ ngeq ≱ nless ≮
	ngtr ≯ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nmid ∤ nparallel ∦ Vdash ⊩ vDash ⊨ nvdash ⊬ therefore ∴ because ∵
	leftarrow ← gets ← Leftarrow ⇐ rightarrow → to → Rightarrow ⇒ leftrightarrow ↔ Leftrightarrow ⇔ mapsto ↦ implies ⇒
	impliedby ⇐ iff ⇔ hookleftarrow ↩ hookrightarrow ↪ leftharpoonup ↼ rightharpoonup ⇀ leftharpoondown ↽
	rightharpoondown ⇁ rightleftharpoons ⇌ leftrightharpoons ⇋ longleftarrow ⟵ longrightarrow ⟶ Longrightarrow ⟹
	Longleftarrow ⟸ longleftrightarrow ⟷ Longleftrightarrow ⟺ longmapsto ⟼ uparrow ↑ Uparrow ⇑ downarrow ↓ Downarrow ⇓
	updownarrow ↕ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leadsto ⇝ rightsquigarrow ⇝ nrightarrow ↛
	twoheadrightarrow ↠ rightarrowtail ↣ circlearrowleft ↺ circlearrowright ↻ rightrightarrows ⇉ leftleftarrows ⇇
	ldots … cdots ⋯ vdots ⋮ ddots ⋱ dots … dotsc … dotsb ⋯ aleph ℵ beth ℶ prime ′ backprime ‵ forall ∀ infty ∞ hbar ℏ hslash ℏ
	emptyset ∅ varnothing ∅ exists ∃ nexists ∄ imath ı jmath ȷ nabla ∇ surd √ neg ¬ lnot ¬ ell ℓ top ⊤ flat ♭ natural ♮
	sharp ♯ wp ℘ bot ⊥ Re ℜ Im ℑ angle ∠ measuredangle ∡ partial ∂ mho ℧ Box □ square □ Diamond ◇ lozenge ◊ triangle △
	blacksquare ■ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ complement ∁ eth ð checkmark ✓ degree °
	sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigsqcup ⨆
	lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lbrace { rbrace } lbrack [ rbrack ] vert | lvert | rvert | Vert ‖
	lVert ‖ rVert ‖ backslash \\ colon : coloneqq ≔ eqqcolon ≕ vcentcolon : owns ∋ ltimes ⋉ rtimes ⋊ boxtimes ⊠ boxplus ⊞
	lesseqgtr ⋚ precsim ≾ succsim ≿ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ Subset ⋐ Supset ⋑ curlyvee ⋎ curlywedge ⋏ barwedge ⊼ veebar ⊻
	sun ☉ odot ⊙ earth ♁ oplus ⊕ mercury ☿ venus ♀ mars ♂ jupiter ♃ saturn ♄ female ♀ male ♂
	dotplus ∔ sphericalangle ∢ backsim ∽ backsimeq ⋍ Bumpeq ≎ bumpeq ≏ doteqdot ≑ Doteq ≑ fallingdotseq ≒ risingdotseq ≓ eqcirc ≖
	circeq ≗ leqq ≦ geqq ≧ lneqq ≨ gneqq ≩ lneq ⪇ gneq ⪈ between ≬ gtrless ≷ gtreqless ⋛ preccurlyeq ≼ succcurlyeq ≽ nprec ⊀ nsucc ⊁
	npreceq ⋠ nsucceq ⋡ nsupseteq ⊉ subseteqq ⫅ supseteqq ⫆ circledcirc ⊚ circledast ⊛ circleddash ⊝ circledS Ⓢ circledR ®
	boxminus ⊟ boxdot ⊡ Vvdash ⊪ nVdash ⊮ nvDash ⊭ nVDash ⊯ multimap ⊸ intercal ⊺ divideontimes ⋇ leftthreetimes ⋋ rightthreetimes ⋌
	Cap ⋒ Cup ⋓ pitchfork ⋔ lessdot ⋖ gtrdot ⋗ lll ⋘ ggg ⋙ curlyeqprec ⋞ curlyeqsucc ⋟ lnsim ⋦ gnsim ⋧ precnsim ⋨ succnsim ⋩
	eqslantless ⪕ eqslantgtr ⪖ precapprox ⪷ succapprox ⪸ eqsim ≂ thickapprox ≈ thicksim ∼ varpropto ∝ shortmid ∣ shortparallel ∥
	trianglelefteq ⊴ trianglerighteq ⊵ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ vartriangleleft ⊲
	vartriangleright ⊳ vartriangle △ blacktriangle ▲ blacktriangledown ▼ blacktriangleleft ◀ blacktriangleright ▶ blacklozenge ⧫
	triangledown ▽ gimel ℷ daleth ℸ Finv Ⅎ Game ⅁ Bbbk 𝕜 lmoustache ⎰ rmoustache ⎱ ulcorner ⌜ urcorner ⌝ llcorner ⌞ lrcorner ⌟
	leftrightarrows ⇆ rightleftarrows ⇄ upuparrows ⇈ downdownarrows ⇊ Lleftarrow ⇚ Rrightarrow ⇛ Lsh ↰ Rsh ↱ upharpoonleft ↿
	upharpoonright ↾ restriction ↾ downharpoonleft ⇃ downharpoonright ⇂ curvearrowleft ↶ curvearrowright ↷ looparrowleft ↫
	looparrowright ↬ dashleftarrow ⇠ dashrightarrow ⇢ leftrightsquigarrow ↭ nleftarrow ↚ nleftrightarrow ↮ nLeftarrow ⇍ nRightarrow ⇏
	nLeftrightarrow ⇎ leftarrowtail ↢ twoheadleftarrow ↞ doublebarwedge ⩞ centerdot · smallsmile ⌣ smallfrown ⌢ hbar ℏ
	lt < gt > And & And & dag † ddag ‡ S § P ¶ copyright © pounds £
	`),
);
