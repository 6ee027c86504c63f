import { element } from './element.js';

const WIDTH = 58;
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** A block of JSON, coloured. */
export const jsonBlock = (value, label) => block(colour(laidOut(value)), label);

/** The request as a command to paste, made of the examples in the document. */
export function curlBlock(schemas, operation) {
  const headers = [`-H "Authorization: Bearer $TOKEN"`];
  const parts = operation.method === 'get' ? query(operation) : body(operation, headers);
  const command = operation.method === 'get' ? 'curl -G' : 'curl';
  return block([[`${command} ${quote(location.origin + path(operation))}`, ...headers, ...parts].join(' \\\n  ')], 'Request');
}

function path({ template, parameters }) {
  return template.replace(/\{(\w+)}/g, (whole, name) => {
    const parameter = parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
    return encodeURIComponent(parameter?.example ?? name);
  });
}

function query({ parameters }) {
  return parameters
    .filter((parameter) => parameter.in === 'query' && parameter.example !== undefined)
    .map((parameter) => `--data-urlencode ${quote(`${parameter.name}=${parameter.example}`)}`);
}

function body({ requestBody }, headers) {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!type) {
    return [];
  }
  headers.push(`-H ${quote(`Content-Type: ${type}`)}`);
  return [`-d ${quote(laidOut(content.example))}`];
}

const quote = (text) => `'${String(text).replaceAll("'", `'\\''`)}'`;

/** JSON in which what fits on a line stays on it. */
function laidOut(value, indent = '') {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || indent.length + line.length <= WIDTH) {
    return line;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + laidOut(item, inner)).join(',\n')}\n${indent}]`;
  }
  const parts = Object.entries(value).map(([name, item]) => `${inner}${JSON.stringify(name)}: ${laidOut(item, inner)}`);
  return `{\n${parts.join(',\n')}\n${indent}}`;
}

function oneLine(value) {
  if (Array.isArray(value)) {
    return `[${value.map(oneLine).join(', ')}]`;
  }
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  const parts = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${oneLine(item)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function colour(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon] = match;
    const kind = colon ? 'key' : string ? 'string' : 'value';
    parts.push(text.slice(end, match.index), element('span', { class: kind }, string ?? whole), colon ?? '');
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}

function block(content, label) {
  const text = element('code', {}, content);
  return element('figure', { class: 'example' },
    element('figcaption', {}, label, copyButton(text)),
    element('pre', { tabindex: '0' }, text));
}

/** Browsers offer the clipboard only where the page came safely: by HTTPS or from this machine. */
function copyButton(text) {
  if (!navigator.clipboard) {
    return false;
  }
  const button = element('button', { type: 'button' }, 'Copy');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });
  return button;
}
