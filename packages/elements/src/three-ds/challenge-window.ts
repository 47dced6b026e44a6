/** EMV 3DS 2.2, challengeWindowSize: CSS pixels. `05` is the whole screen. */
const sizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  '01': [250, 400],
  '02': [390, 400],
  '03': [500, 600],
  '04': [600, 400],
};

export interface Room {
  width: number;
  height: number;
}

/** Below this much room a challenge takes the whole screen: a bank's page in a corner of a phone cannot be used. */
const SMALLEST: Room = { width: 500, height: 600 };

export type ChallengeWindow = 'full' | { width: number; height: number };

/** The window to open: as large as was asked for, at most as large as the room there is. */
export function challengeWindow(asked: string | undefined, viewport: Room): ChallengeWindow {
  if (viewport.width < SMALLEST.width || viewport.height < SMALLEST.height) return 'full';
  const size = sizes[asked ?? ''];
  if (!size) return 'full';
  return { width: Math.min(size[0], viewport.width), height: Math.min(size[1], viewport.height) };
}
