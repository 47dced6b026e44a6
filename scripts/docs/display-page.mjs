// The reference of the display elements, from what Stencil reads in their sources.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { table } from './table.mjs';

export function displayPage() {
  const { components } = JSON.parse(readFileSync(join(root, 'packages/display/dist/docs.json'), 'utf8'));
  return `<!-- Made by \`npm run docs\` from packages/display/src. -->

# The display elements: attributes, parts, events

How they are used is in [the pages around the checkout](display.md). Attributes are text or numbers; those that hold JSON hold the
contract's ([OpenAPI 3.1](openapi.json)). Each is a property of the same name in camel case too.

${components.map(section).join('\n\n')}
`;
}

function section({ tag, docs, props, parts, events, methods, slots }) {
  return [
    `## \`<${tag}>\``,
    docs,
    table(
      ['attribute', 'type', 'what it is'],
      props.map(({ attr, type, default: preset, docs: text }) => [
        `\`${attr}\``,
        typeOf(type),
        text + presetOf(preset),
      ]),
    ),
    table(
      ['part', 'what it is'],
      parts.map(({ name, docs: text }) => [`\`${name}\``, text]),
    ),
    ...events.map(({ event, detail, docs: text }) => `Event \`${event}\` (\`detail\`: \`${detail}\`): ${text}`),
    ...methods.map(({ signature, docs: text }) => `Method \`${signature}\`: ${text}`),
    ...slots.map(({ name, docs: text }) => `${name ? `Slot \`${name}\`` : 'What stands in the tag'}: ${text}`),
  ].join('\n\n');
}

/** An attribute that may be left out says so by its text. */
function typeOf(type) {
  const words = type.replace(' | undefined', '').split(' | ');
  return words.includes('number') ? 'number' : words.map((word) => `\`${word.replaceAll('"', '')}\``).join(' ');
}

function presetOf(preset) {
  return preset === undefined || preset === "''" ? '' : ` \`${preset}\` unless it is said.`;
}
