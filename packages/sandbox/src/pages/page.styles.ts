/** Fits the narrowest challenge window, 250 px (EMV 3DS window size 01). */
export const pageStyles = `
:root { color-scheme: light dark; --ink: #17202a; --soft: #566573; --line: #d6dbdf; --paper: #fff; --back: #f3f5f7; --accent: #0b5f55; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef2f4; --soft: #a9b6c0; --line: #3b4750; --paper: #1a2126; --back: #12171a; --accent: #6fd6c6; --on-accent: #06231f; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 12px; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
main { inline-size: 100%; max-inline-size: 400px; padding: clamp(14px, 6vw, 28px); background: var(--paper); border: 1px solid var(--line); border-radius: 14px; }
.bank { display: flex; align-items: center; gap: 8px; margin: 0 0 16px; font-weight: 600; color: var(--accent); letter-spacing: .01em; }
svg { inline-size: 24px; block-size: 24px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; flex: none; }
h1 { margin: 0 0 4px; font-size: clamp(18px, 7vw, 22px); line-height: 1.25; letter-spacing: -.01em; }
h1 + :is(ul, dl) { margin-block-start: 16px; }
p { margin: 0 0 16px; }
dl { margin: 0 0 20px; border-block: 1px solid var(--line); }
dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; padding-block: 8px; }
dl div + div { border-block-start: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 10px; }
a { display: block; padding: 11px 16px; border: 1px solid var(--line); border-radius: 10px; color: var(--accent); font-weight: 600; text-decoration: none; }
form { display: flex; flex-wrap: wrap; gap: 10px; }
button { flex: 1 1 120px; min-block-size: 46px; padding: 8px 16px; font: inherit; font-weight: 600; border-radius: 10px; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button:hover { filter: brightness(1.08); }
a:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media print { body { background: none; } button { display: none; } main { border: 0; } }
.note { margin: 18px 0 0; font-size: 13px; color: var(--soft); }
`;
