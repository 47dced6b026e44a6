import type { Tab } from './chromium.js';
import { COPIED, type Seen, signals, startRecorder } from './recorder.js';
import type { Step } from './steps.js';

const codes: Record<string, number> = {
  Backspace: 8,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowRight: 39,
  Delete: 46,
  F2: 113,
  F4: 115,
  F8: 119,
};
const modifiers: Record<string, number> = { Control: 2, Shift: 8 };

/** A key as it comes from the keyboard; a character comes with its text. */
function keyEvent(name: string): object {
  const parts = name.length === 1 ? [name] : name.split('+');
  const key = parts.pop() as string;
  const held = parts.reduce((sum, part) => sum + (modifiers[part] ?? 0), 0);
  const isText = key.length === 1 && held === 0;
  return {
    type: isText ? 'keyDown' : 'rawKeyDown',
    key,
    modifiers: held,
    windowsVirtualKeyCode: codes[key] ?? key.toUpperCase().charCodeAt(0),
    ...(isText && { text: key }),
  };
}

/** Does whole sequences of steps in a field of the card, and tells what stood there before each step and after the last. */
export async function typistIn(tab: Tab, id: string): Promise<(sequences: Step[][]) => Promise<Seen[][]>> {
  // The brand's name stands beside the number; what is dropped must hit the text.
  await tab.run(
    'customElements.whenDefined("florin-card").then(() => document.querySelector("florin-card").updateComplete)',
  );
  await tab.run(`(${String(startRecorder)})(${JSON.stringify({ id, signals, COPIED })})`);
  const field = await tab.run<{ left: number; middle: number; digit: number }>(`(() => {
    const input = document.querySelector('florin-card').shadowRoot.getElementById('${id}');
    const { left, top, height } = input.getBoundingClientRect();
    const style = getComputedStyle(input);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    return {
      left: left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft),
      middle: top + height / 2,
      digit: pen.measureText('0').width,
    };
  })()`);
  let sent: Promise<unknown>[] = [];
  const press = (key: string) => sent.push(tab.send('Input.dispatchKeyEvent', keyEvent(key)));
  const arrived = async () => {
    await Promise.all(sent);
    sent = [];
  };

  async function drop(text: string, at: number): Promise<void> {
    // Drags do not stand in the queue that keys stand in.
    await arrived();
    const data = { items: [{ mimeType: 'text/plain', data: text }], dragOperationsMask: 1 };
    const place = { x: field.left + (at + 0.1) * field.digit, y: field.middle };
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await tab.send('Input.dispatchDragEvent', { type, data, ...place });
  }

  // The first sequence begins as all others do: where one has ended.
  press(signals.done);
  await arrived();
  await tab.run('recorder.take()');

  return async (sequences) => {
    const copies = sequences.flat().flatMap((step) => ('paste' in step ? [step.paste] : []));
    await tab.run(`recorder.copies.push(...${JSON.stringify(copies)})`);
    for (const step of sequences.flatMap((sequence) => [...sequence, null])) {
      if (!step) press(signals.done);
      else if ('press' in step) press(step.press);
      else if ('paste' in step) {
        press(signals.copy);
        press('Control+v');
      } else {
        press(signals.look);
        if ('insert' in step) sent.push(tab.send('Input.insertText', { text: step.insert }));
        else await drop(step.drop, step.at);
      }
    }
    await arrived();
    const log = await tab.run<[string, number, number, string | null][]>('recorder.take()');
    const seen = log.map(([text, start, end, raw]) => ({ text, start, end, raw }));
    return sequences.map((sequence) => seen.splice(0, sequence.length + 1));
  };
}
