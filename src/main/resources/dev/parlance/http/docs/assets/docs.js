import { code, element } from './element.js';
import { methodBadge, operations, operationSection } from './operation.js';
import { prose } from './prose.js';
import { Schemas } from './schema.js';

const dialect = location.pathname.replace(/\/$/, '').split('/').pop();
const main = document.getElementById('main');

async function read() {
  const response = await fetch(`/openapi/${encodeURIComponent(dialect)}.json`);
  if (!response.ok) {
    throw new Error(`the server answered ${response.status}`);
  }
  return response.json();
}

function draw(description) {
  const schemas = new Schemas(description);
  const all = operations(description, schemas);
  document.title = `${description.info.title} – Parlance API`;
  main.replaceChildren(
    ...introduction(description),
    signingIn(description),
    ...all.map((operation) => operationSection(schemas, operation, description.security)));
  drawContents(all);
}

function introduction({ info }) {
  return [
    element('h1', {}, info.title),
    element('p', { class: 'lead' }, info.summary),
    element('p', { class: 'files' },
      element('a', { href: `/openapi/${dialect}.yaml` }, 'OpenAPI as YAML'), ' ',
      element('a', { href: `/openapi/${dialect}.json` }, 'as JSON')),
    ...prose(info.description),
  ];
}

function signingIn({ components }) {
  const schemes = Object.values(components.securitySchemes ?? {});
  return element('section', { id: 'signing-in' },
    element('h2', {}, 'Signing in'),
    element('dl', { class: 'members' }, schemes.map((scheme) => element('div', {},
      element('dt', {}, code(scheme.scheme ?? scheme.type)), element('dd', {}, prose(scheme.description))))));
}

function drawContents(all) {
  const links = all.map((operation) => element('li', {},
    element('a', { href: `#${operation.id}` }, methodBadge(operation.method), ' ', operation.summary)));
  const signing = element('li', {}, element('a', { href: '#signing-in' }, 'Signing in'));
  document.getElementById('contents').replaceChildren(element('ul', {}, signing, links));
}

function markDialect() {
  for (const link of document.querySelectorAll('.bar nav a')) {
    if (link.pathname === `/docs/${dialect}`) {
      link.setAttribute('aria-current', 'page');
    }
  }
}

markDialect();
try {
  draw(await read());
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
} catch (error) {
  document.getElementById('message').textContent = `The description of ${dialect} cannot be shown: ${error.message}.`;
} finally {
  main.removeAttribute('aria-busy');
}
