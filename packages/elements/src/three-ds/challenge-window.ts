export interface Room {
  width: number;
  height: number;
}

/** EMV 3DS 2.2, challengeWindowSize: CSS pixels. `05` is all there is. */
const sizes: ReadonlyMap<string, Room> = new Map([
  ['01', { width: 250, height: 400 }],
  ['02', { width: 390, height: 400 }],
  ['03', { width: 500, height: 600 }],
  ['04', { width: 600, height: 400 }],
]);

/** Below this much room a challenge takes the whole screen: a bank's page in a corner of a phone cannot be used. */
const SMALLEST: Room = { width: 500, height: 600 };

/** The size that was asked for: the place that the challenge stands in may have less. `null`: all of the place. */
export function askedSize(asked: string | undefined): Room | null {
  return sizes.get(asked ?? '') ?? null;
}

export function takesWholeScreen(viewport: Room): boolean {
  return viewport.width < SMALLEST.width || viewport.height < SMALLEST.height;
}
