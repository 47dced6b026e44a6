import { word } from './language.js';
import type { Choice } from './orders.js';
import { byId } from './page.js';
import { roomOf } from './providers.js';

/** In the list of codes, as index.html has it: what the scenario says is none of them. */
const BY_HAND = '{}';

/** The panel in which a visitor tries another shop: another provider, other fields, another outcome. */
export function startSettings(offer: HTMLFormElement, onProvider: () => void): void {
  const { provider, code, scenario } = fieldsOf(offer);
  const panel = offer.querySelector('details');
  let shown = '';

  provider.addEventListener('change', () => {
    onProvider();
    // A code is one provider's; what somebody has written by hand is theirs.
    if (code.value !== BY_HAND) write('');
    void showProvider();
  });
  code.addEventListener('change', () => write(code.value === '' ? '' : JSON.stringify({ code: code.value })));
  scenario.addEventListener('input', check);
  // A browser cannot point at a field that is folded away.
  scenario.addEventListener('invalid', () => panel?.setAttribute('open', ''));
  panel?.addEventListener('toggle', () => void showProvider());
  const asked = drawnProvider();
  if (asked !== 'payment-intents' && [...provider.options].some(({ value }) => value === asked)) provider.value = asked;
  // Coming back, a browser may have kept what was chosen.
  showWhatIsPossible();
  check();

  function write(text: string): void {
    scenario.value = text;
    check();
  }

  /** The scenario is what is sent: the list of codes follows it. */
  function check(): void {
    const written = readObject(scenario.value);
    scenario.setCustomValidity(written === undefined ? word('scenarioBroken') : '');
    code.value = written === undefined ? BY_HAND : codeIn(written);
    // A code that this provider does not list.
    if (code.selectedIndex === -1) code.value = BY_HAND;
  }

  async function showProvider(): Promise<void> {
    showWhatIsPossible();
    const chosen = provider.value;
    if (shown === chosen) return;
    shown = chosen;
    const codes = await roomOf(chosen).codes();
    // Somebody has chosen another one meanwhile.
    if (shown !== chosen) return;
    const always = [...code.options].filter(({ value }) => value === '' || value === BY_HAND);
    code.replaceChildren(...always, ...codes.map(optionOf));
    check();
  }

  function showWhatIsPossible(): void {
    const { lacks } = roomOf(provider.value);
    for (const box of offer.querySelectorAll<HTMLInputElement>('.setting-list input'))
      box.disabled = lacks.includes(box.name);
  }
}

/** As the list of codes has it; `''`: no scenario. */
function codeIn(scenario: Record<string, unknown>): string {
  const [field, ...others] = Object.entries(scenario);
  if (!field) return '';
  const [name, code] = field;
  return others.length === 0 && name === 'code' && typeof code === 'string' && code !== '' ? code : BY_HAND;
}

/** What the checkout is to ask for and who is to take the money; nothing chosen is the plain shop. */
export function settingsOf(offer: HTMLFormElement): Partial<Choice> {
  const choice = new FormData(offer);
  const fields = choice.getAll('fields').map((name) => [String(name), 'required'] as const);
  const scenario = readObject(String(choice.get('scenario') ?? ''));
  return {
    ...(choice.has('customer') && { customer: String(choice.get('customer')) }),
    ...(choice.has('save') && { save: true, customer: String(choice.get('customer') ?? 'new') }),
    ...(choice.has('brand_choice') && { brand_choice: true }),
    ...(choice.has('more_methods') && { more_methods: true }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    ...(choice.has('provider') && { provider: String(choice.get('provider')) }),
    ...(scenario && Object.keys(scenario).length > 0 && { scenario }),
  };
}

/** Whom the server has drawn the page for: `?provider=purse`. */
export function drawnProvider(): string {
  return new URLSearchParams(location.search).get('provider') ?? 'payment-intents';
}

/** For the panel with the test cards, and for the plans. */
export function chosenProvider(): string {
  return fieldsOf(byId<HTMLFormElement>('offer')).provider.value;
}

function fieldsOf(offer: HTMLFormElement) {
  const named = <Field>(name: string) => offer.elements.namedItem(name) as Field;
  return {
    provider: named<HTMLSelectElement>('provider'),
    code: named<HTMLSelectElement>('code'),
    scenario: named<HTMLTextAreaElement>('scenario'),
  };
}

function optionOf(code: string): HTMLOptionElement {
  const option = new Option(code, code);
  option.dir = 'ltr';
  return option;
}

/** `{}`: nothing is written. `undefined`: what is written is no JSON object. */
function readObject(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
