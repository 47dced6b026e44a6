import { render, type RenderOptions } from './render.js';

/** An element as a framework puts it into its own tree. */
export interface RenderedTag {
  /** Those given, and those that the element wrote onto its host: where and when it was drawn. */
  attributes: Record<string, string>;
  /** What stands in its shadow root. */
  shadow: string;
}

const OPENING_TAG = /^\s*<[\w-]+((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*>/;
const ATTRIBUTE = /([^\s=>"]+)(?:="([^"]*)")?/g;
const TEMPLATE = /^<template shadowrootmode="open">(.*)<\/template>/s;

/** What HTML spells another way inside an attribute. */
const spelt: Readonly<Record<string, string>> = { amp: '&', quot: '"', nbsp: '\u00a0' };

/** Renders one element, for frameworks that write the tag by themselves. Throws a `RenderError`. */
export async function renderTag(
  tag: string,
  given: Readonly<Record<string, string>>,
  options?: RenderOptions,
): Promise<RenderedTag> {
  const said = Object.entries(given).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const html = await render(`<${tag}${said.join('')}></${tag}>`, options);
  const [opening = '', attributes = ''] = OPENING_TAG.exec(html) ?? [];
  const shadow = TEMPLATE.exec(html.slice(opening.length))?.[1];
  if (shadow === undefined) throw new Error(`<${tag}> is not one of the display elements.`);
  return { attributes: read(attributes), shadow };
}

function read(attributes: string): Record<string, string> {
  return Object.fromEntries(
    [...attributes.matchAll(ATTRIBUTE)].map(([, name, value = '']) => [name, unescaped(value)]),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function unescaped(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => spelt[name] ?? whole);
}
