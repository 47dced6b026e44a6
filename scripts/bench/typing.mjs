/** What the browser's timeline calls the work of scripts, of styles and layout, and of bringing it to the screen. */
const kinds = {
  scripting: [
    'EventDispatch',
    'FunctionCall',
    'RunMicrotasks',
    'TimerFire',
    'FireAnimationFrame',
    'MinorGC',
    'MajorGC',
  ],
  layout: ['UpdateLayoutTree', 'Layout'],
  painting: ['PrePaint', 'Layerize', 'Paint', 'Commit'],
};

/**
 * Types `keys` into the field that has the focus, one after the other, each with two frames of its own, and reads from the
 * timeline what the page's main thread did for them: ms of scripting + styles and layout + painting per key (`perKey`), and how
 * often per key a script made the browser lay the page out in the middle of it (`forcedLayouts`).
 */
export async function costOfTyping(browser, page, keys) {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = traceEvents.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === main.pid && tid === main.tid)
    .toSorted((one, other) => one.ts - other.ts || other.dur - one.dur);
  return { perKey: sumOf(events) / 1000 / keys.length, forcedLayouts: forcedLayoutsIn(events) / keys.length };
}

/** µs during which any of the kinds was under way: what lies inside another one is counted once. */
function sumOf(events) {
  const counted = events.filter(({ name }) => Object.values(kinds).some((names) => names.includes(name)));
  let sum = 0;
  let end = 0;
  for (const { ts, dur } of counted) {
    sum += Math.max(0, ts + dur - Math.max(ts, end));
    end = Math.max(end, ts + dur);
  }
  return sum;
}

/** Layouts that lie inside a script. */
function forcedLayoutsIn(events) {
  const scripts = events.filter(({ name }) => kinds.scripting.includes(name));
  const isInScript = ({ ts, dur }) => scripts.some((script) => script.ts <= ts && ts + dur <= script.ts + script.dur);
  return events.filter((event) => event.name === 'Layout' && isInScript(event)).length;
}
