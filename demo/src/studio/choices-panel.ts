import { choiceNames, choices, type ChoiceName, type Design } from './design.js';
import { element } from './element.js';

const titles: Readonly<Record<ChoiceName, string>> = {
  look: 'Look',
  labels: 'Labels',
  inputs: 'Inputs',
  layout: 'Layout',
  theme: 'Theme',
};

/** What is chosen by a word. */
export function choicesPanel(place: HTMLElement, choose: (name: ChoiceName, value: string) => void) {
  const groups = choiceNames.map((name) => {
    const radios = Object.entries(choices[name]).map(([value, words]) => {
      const radio = element('input', { type: 'radio', name, value });
      radio.addEventListener('change', () => choose(name, value));
      return { radio, label: element('label', {}, radio, element('span', { textContent: words })) };
    });
    const set = element(
      'fieldset',
      { className: 'segments' },
      element('legend', { textContent: titles[name] }),
      ...radios.map(({ label }) => label),
    );
    return { name, radios, set };
  });
  place.append(...groups.map(({ set }) => set));

  return {
    show(design: Design): void {
      for (const { name, radios } of groups) {
        const chosen = design.choices[name] ?? Object.keys(choices[name])[0];
        for (const { radio } of radios) radio.checked = radio.value === chosen;
      }
    },
  };
}
