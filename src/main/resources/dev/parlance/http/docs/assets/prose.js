import { code, element } from './element.js';

const INLINE = /`([^`]+)`|\*\*((?:`[^`]+`|[^*`])+)\*\*|\*([^*]+)\*/g;

/** The part of Markdown that the descriptions use: paragraphs, lists, code, strong, emphasis. */
export function prose(text = '') {
  return text
    .trim()
    .split(/\n\s*\n/)
    .filter((block) => block !== '')
    .map((block) => (block.startsWith('- ') ? list(block) : element('p', {}, inline(block))));
}

/** One line of text with its code and emphasis. */
export function inline(text = '') {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(end, match.index), marked(match));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

function marked([, literal, strong, emphasis]) {
  if (literal !== undefined) {
    return code(literal);
  }
  return strong !== undefined ? element('strong', {}, inline(strong)) : element('em', {}, inline(emphasis));
}

function list(block) {
  const items = block.split(/\n(?=- )/).map((item) => element('li', {}, inline(item.slice(2))));
  return element('ul', {}, items);
}
