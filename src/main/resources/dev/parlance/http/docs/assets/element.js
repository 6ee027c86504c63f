/** Makes an element; children are elements, text, lists of them, or nothing. Text is never read as HTML. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

export const code = (text) => element('code', {}, String(text));

/** Joins elements with spaces, so that copied text keeps its words apart. */
export const spaced = (items) => items.filter(Boolean).flatMap((item, at) => (at === 0 ? [item] : [' ', item]));
