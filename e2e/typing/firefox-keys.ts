import type { Page } from '@playwright/test';
import { COPIED, type Seen, signals, startRecorder } from './recorder.js';
import type { Step } from './steps.js';

/** What WebDriver can do: keys. Text that comes without them would be written by a script there, and is pasted instead. */
function withKeysAlone(steps: readonly Step[]): Step[] {
  return steps.flatMap((step): Step[] => {
    if ('insert' in step) return [{ paste: step.insert }];
    return 'drop' in step || ('press' in step && step.press === 'é') ? [] : [step];
  });
}

/** As `typistIn` for Chromium, through Playwright, one sequence at a time. */
export async function typistIn(
  page: Page,
  id: string,
): Promise<(sequence: readonly Step[]) => Promise<{ steps: Step[]; seen: Seen[] }>> {
  await page.locator('florin-card input').first().waitFor();
  await page.evaluate(startRecorder, { id, signals, COPIED });
  await page.keyboard.press(signals.done);

  return async (sequence) => {
    const steps = withKeysAlone(sequence);
    const copies = steps.flatMap((step) => ('paste' in step ? [step.paste] : []));
    await page.evaluate((texts) => {
      const { recorder } = globalThis as unknown as { recorder: { copies: string[]; take(): unknown } };
      recorder.take();
      recorder.copies.push(...texts);
    }, copies);
    for (const step of steps) {
      if ('press' in step && /^\w+$/.test(step.press)) await page.keyboard.down(step.press);
      else if ('press' in step) await page.keyboard.press(step.press);
      else {
        await page.keyboard.press(signals.copy);
        await page.keyboard.press('Control+v');
      }
    }
    await page.keyboard.press(signals.done);
    const log = await page.evaluate(() =>
      (globalThis as unknown as { recorder: { take(): [string, number, number, string | null][] } }).recorder.take(),
    );
    return { steps, seen: log.map(([text, start, end, raw]) => ({ text, start, end, raw })) };
  };
}
