/** A rectangle. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A circle with a label of a size. */
export interface LabelledCircle {
	readonly x: number;
	readonly y: number;
	readonly radius: number;
	readonly width: number;
	readonly height: number;
}

/**
 * The places of a label around its circle, the best first: the direction to its centre. With 1, the label is completely beside,
 * above or below the circle.
 */
const directions: readonly (readonly [x: number, y: number])[] = [
	[1, 0],
	[-1, 0],
	[0, 1],
	[0, -1],
	[1, 0.6],
	[-1, 0.6],
	[1, -0.6],
	[-1, -0.6],
	[0.5, 1],
	[-0.5, 1],
	[0.5, -1],
	[-0.5, -1],
	[1, 1],
	[-1, 1],
	[1, -1],
	[-1, -1],
];

/** The space between a circle and its label. */
const space = 5;

/**
 * Places the labels of circles inside an area, the first circles first. A label overlaps no circle and no other label; it is
 * null if there is no such place.
 */
export function labelPlaces(circles: readonly LabelledCircle[], area: Box): (Box | null)[] {
	const taken: Box[] = circles.map(({ x, y, radius }) => ({
		x: x - radius,
		y: y - radius,
		width: 2 * radius,
		height: 2 * radius,
	}));
	return circles.map(({ x, y, radius, width, height }) => {
		const boxes = directions.map(([right, down]) => ({
			x: x - width / 2 + right * (width / 2 + radius + space),
			y: y - height / 2 + down * (height / 2 + radius),
			width,
			height,
		}));
		const free = boxes.find((box) => isInside(box, area) && !taken.some((other) => overlap(box, other)));
		if (free) taken.push(free);
		return free ?? null;
	});
}

function overlap(one: Box, other: Box): boolean {
	return (
		one.x < other.x + other.width &&
		other.x < one.x + one.width &&
		one.y < other.y + other.height &&
		other.y < one.y + one.height
	);
}

function isInside(box: Box, area: Box): boolean {
	return (
		box.x >= area.x &&
		box.y >= area.y &&
		box.x + box.width <= area.x + area.width &&
		box.y + box.height <= area.y + area.height
	);
}
