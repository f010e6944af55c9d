/** A typical entry. */
export function entry(key: string, title = `On ${key}`): string {
	return `@article{${key},\n  author = {Lapuschkin, Sebastian and M{\\"u}ller, Klaus-Robert},\n  title = {${title}},\n  journal = {Journal of Explanations},\n  year = {2020},\n}\n`;
}

/** A library with entries for some keys. */
export function library(...keys: string[]): string {
	return keys.map((key) => entry(key)).join('\n');
}

/** Only Markdown, which is fast to write and to read. */
export const configuration = `library: bib/*.bib
outputs:
  - { path: out/publications.md, format: markdown }
`;
