/**
 * A theme with the rules for articles that real themes have: a reset, indented lists with markers and counters of their own,
 * underlined links, boxes for details, and a dark mode.
 */
export const theme = `
*, ::before, ::after { margin: 0; padding: 0; box-sizing: border-box }
:root { --text: rgb(20, 30, 40); --ground: rgb(255, 255, 250); --link: rgb(0, 70, 140) }
@media (prefers-color-scheme: dark) { :root { --text: rgb(225, 230, 235); --ground: rgb(20, 20, 24); --link: rgb(150, 200, 255) } }
body { font: 16px/1.6 Georgia, serif; color: var(--text); background: var(--ground) }
button, input, select { border: 0; background: none; font: inherit; color: inherit }
section { padding: 60px 0 }
.content { max-width: 45rem; margin: 0 auto; padding: 1rem }
.content h1, .content h2, .content h3 { font-family: Courier, monospace; margin: 48px 0 16px; border-top: 1px solid }
.content p, .content summary { margin: 16px 0 }
.content ul, .content ol { padding-left: 2em; margin: 16px 0; list-style-type: square }
.content ol { list-style-type: none; counter-reset: step }
.content ol > li::before { content: counter(step); counter-increment: step; position: absolute; left: -1.6em; top: 0.2em }
.content ul > li::before { content: "•"; position: absolute; margin-left: -1.4em }
.content li + li { margin-top: 8px }
.content a { color: var(--link); text-decoration: underline; box-shadow: 0 1px 0; border-bottom: 1px solid }
.content img { display: block; margin: 2em auto }
.content table { display: block; overflow: auto; width: 100% }
.content details { display: block; border: 1px solid; padding: 1em; margin: 1em 0 }
.content summary::before { content: "▸" }
.content pre, .content code { background: black; color: white; padding: 1em }
`;

/** A page of a site with the theme. */
export function themed(title: string, content: string, head = ''): string {
	return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${theme}</style>${head}</head>
<body><main class="content"><h1>${title}</h1>${content}</main></body>
</html>
`;
}
