import arabic400 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabic500 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-500-normal.woff2?url';
import arabic600 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latin500 from '@fontsource/noto-sans/files/noto-sans-latin-500-normal.woff2?url';
import latin600 from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';

const FAMILY = 'Florin Gallery';
/** Codes ask for the machine's letters of one width by these names. Noto's digits have one width too. */
const families = [FAMILY, 'ui-monospace', 'Menlo'];
/** What the Arabic file draws is left to it: digits and points come from the other one, whatever stands around them. */
const ARABIC = 'U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF';

const files = [
  [latin400, '400', 'U+0000-05FF, U+2000-2BFF'],
  [latin500, '500', 'U+0000-05FF, U+2000-2BFF'],
  [latin600, '600', 'U+0000-05FF, U+2000-2BFF'],
  [arabic400, '400', ARABIC],
  [arabic500, '500', ARABIC],
  [arabic600, '600', ARABIC],
] as const;

/** The same letters on every machine: pictures of this page can be compared. */
export async function fixFonts(): Promise<void> {
  const faces = families.flatMap((family) =>
    files.map(([file, weight, unicodeRange]) => new FontFace(family, `url(${file})`, { weight, unicodeRange })),
  );
  for (const face of faces) document.fonts.add(face);
  await Promise.all(faces.map((face) => face.load()));
  const { style } = document.documentElement;
  style.setProperty('--florin-font-family', `'${FAMILY}'`);
  style.setProperty('font-family', `'${FAMILY}'`);
}
