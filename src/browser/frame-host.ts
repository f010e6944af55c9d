// For pages with lists in frames: sets the height of each frame to the height that it reports.
const [minHeight, maxHeight] = [40, 100_000];

addEventListener('message', ({ source, origin, data }) => {
	const height = data?.bibfolio === 'height' ? Number(data.height) : Number.NaN;
	if (!Number.isFinite(height)) return;
	for (const frame of document.querySelectorAll('iframe'))
		if (frame.contentWindow === source && new URL(frame.src, document.baseURI).origin === origin)
			frame.style.height = `${Math.min(maxHeight, Math.max(minHeight, Math.ceil(height)))}px`;
});

/** Asks the frames that reported their height before this script ran. */
const askForHeights = () => {
	for (const frame of document.querySelectorAll('iframe')) frame.contentWindow?.postMessage({ bibfolio: 'ask' }, '*');
};
askForHeights();
addEventListener('load', askForHeights);
