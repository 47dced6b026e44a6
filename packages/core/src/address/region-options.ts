import { regions } from './regions.js';

export interface RegionOption {
  /** What is sent: the post's own code where there is one (`CA`), else the name in Latin letters. */
  readonly value: string;
  /** What the customer reads. */
  readonly name: string;
}

interface Region {
  value: string;
  latin: string;
  /** In the country's other script or language. */
  other: string;
}

function regionsOf(country: string): Region[] {
  return (regions[country]?.list.split('|') ?? []).map((region) => {
    const [, code, latin = '', other] = /^(?:(\w+):)?([^=]*)=?(.*)$/u.exec(region) ?? [];
    return { value: code ?? latin, latin, other: other || latin };
  });
}

/** The regions of a country, empty where they are not known; sorted, but for those in the country's own script, which come in its own order. */
export function regionOptions(country: string, locale = 'en'): RegionOption[] {
  const own = regions[country]?.language === locale.split(/[-_]/)[0]?.toLowerCase();
  const options = regionsOf(country).map(({ value, latin, other }) => ({ value, name: own ? other : latin }));
  if (!own) options.sort((one, another) => one.name.localeCompare(another.name, 'en'));
  return options;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The value of the region that a text names, by its code or in any of its names: browsers fill in what they have. */
export function regionValue(country: string, text: string): string | undefined {
  const wanted = plain(text);
  return regionsOf(country).find(({ value, latin, other }) =>
    [value, latin, other].some((name) => plain(name) === wanted),
  )?.value;
}
