/** Replaces string-width, which yargs measures its help with: loading that takes a tenth of the time of a small build. */
export { widthOf as default } from '../text/terminal-width.ts';
