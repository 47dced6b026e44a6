const literals = /\bcss`((?:[^`\\]|\\.)*)`/gs;
/** Strings, and what the program puts in. */
const untouched = /('[^']*'|"[^"]*"|\$\{[^}]*\})/;

/** What a stylesheet can do without: comments, and white space where nothing is parted by it. */
export function squeezeCss(text) {
  return text
    .replace(/\/\*.*?\*\//gs, '')
    .split(untouched)
    .map((piece, index) => (index % 2 === 1 ? piece : squeezePiece(piece)))
    .join('')
    .trim();
}

function squeezePiece(piece) {
  return piece
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}

/** A Vite plugin: minifiers leave template literals as they are, for a program might read its own white space. */
export function squeezedCss() {
  return {
    name: 'squeezed-css',
    enforce: 'pre',
    transform: {
      filter: { id: /\.styles\.ts$/ },
      handler: (code) => ({ code: code.replace(literals, (_, text) => `css\`${squeezeCss(text)}\``), map: null }),
    },
  };
}
