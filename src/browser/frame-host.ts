// On a page with frames of lists: gives each frame the height it tells, and nobody else.
const [least, most] = [40, 100_000];

addEventListener('message', ({ source, origin, data }) => {
	const height = data?.bibfolio === 'height' ? Number(data.height) : Number.NaN;
	if (!Number.isFinite(height)) return;
	for (const frame of document.querySelectorAll('iframe'))
		if (frame.contentWindow === source && new URL(frame.src, document.baseURI).origin === origin)
			frame.style.height = `${Math.min(most, Math.max(least, Math.ceil(height)))}px`;
});

/** Frames that were there first have told their height to nobody. */
const ask = () => {
	for (const frame of document.querySelectorAll('iframe')) frame.contentWindow?.postMessage({ bibfolio: 'ask' }, '*');
};
ask();
addEventListener('load', ask);
