import { code, element, spaced } from './element.js';
import { curlBlock, jsonBlock } from './example.js';
import { inline, prose } from './prose.js';
import { entry, members } from './schema.js';

const PLACES = { path: 'In the path', header: 'Headers', query: 'In the query', cookie: 'Cookies' };
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const STATUS = {
  200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No Content', 400: 'Bad Request', 401: 'Unauthorized',
  403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict', 413: 'Content Too Large',
  415: 'Unsupported Media Type', 422: 'Unprocessable Content', 429: 'Too Many Requests',
  500: 'Internal Server Error', 503: 'Service Unavailable',
};

/** Every operation of a document, in its order. */
export function operations(document, schemas) {
  return Object.entries(document.paths).flatMap(([template, path]) =>
    METHODS.filter((method) => path[method]).map((method) => ({
      ...path[method],
      method,
      template,
      id: path[method].operationId,
      parameters: [...(path.parameters ?? []), ...(path[method].parameters ?? [])]
        .map((parameter) => schemas.resolve(parameter)),
    })));
}

export const methodBadge = (method) => element('span', { class: `method ${method}` }, method.toUpperCase());

/** All there is to know of one operation. */
export function operationSection(schemas, operation, security) {
  return element('section', { id: operation.id, class: 'operation', 'aria-labelledby': `${operation.id}-title` },
    element('h2', { id: `${operation.id}-title` }, operation.summary),
    element('p', { class: 'route' }, methodBadge(operation.method), ' ', routeCode(operation.template)),
    prose(operation.description),
    needs(operation.security ?? security),
    element('div', { class: 'pair' },
      element('div', {}, parameterLists(schemas, operation), bodyMembers(schemas, operation)),
      element('div', { class: 'examples' }, curlBlock(schemas, operation), answerExample(schemas, operation))),
    element('h3', {}, 'Answers'),
    Object.entries(operation.responses).map(([status, response]) =>
      answer(schemas, status, schemas.resolve(response))));
}

/** A long path may break after each slash. */
function routeCode(template) {
  return element('code', {}, template.split(/(?<=\/)/).flatMap((part) => [part, element('wbr')]));
}

function needs(security = []) {
  const scopes = [...new Set(security.flatMap((scheme) => Object.values(scheme).flat()))];
  return scopes.length > 0 && element('p', { class: 'needs' }, scopes.length > 1 ? 'Scopes: ' : 'Scope: ',
    scopes.flatMap((scope, at) => [at > 0 ? ' and ' : '', eachOf(scope)]));
}

const eachOf = (scope) => scope.split(' or ').flatMap((name, at) => (at === 0 ? [code(name)] : [' or ', code(name)]));

function parameterLists(schemas, { parameters }) {
  return Object.entries(PLACES).map(([place, title]) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    return here.length > 0 && [element('h3', {}, title), element('dl', { class: 'members' },
      here.map((parameter) => entry(schemas, parameter.name, { ...schemas.resolve(parameter.schema),
        deprecated: parameter.deprecated }, parameter)))];
  });
}

function bodyMembers(schemas, { requestBody }) {
  const content = Object.entries(requestBody?.content ?? {});
  return content.map(([type, { schema }]) => [
    element('h3', {}, 'Body'),
    element('p', {}, code(type), '. ', inline(requestBody.description)),
    members(schemas, schema)]);
}

function answerExample(schemas, { responses }) {
  const [status, response] = Object.entries(responses)[0];
  return Object.values(schemas.resolve(response).content ?? {})
    .filter((content) => content.example !== undefined)
    .map((content) => jsonBlock(content.example, `Answer ${status}`));
}

function answer(schemas, status, response) {
  const succeeded = status < 300;
  const bodies = Object.entries(response.content ?? {});
  return element('details', { class: 'answer' },
    element('summary', {}, spaced([
      element('span', { class: `status ${succeeded ? 'good' : 'bad'}` }, status),
      element('span', { class: 'name' }, STATUS[status] ?? ''),
      element('span', { class: 'what' }, inline(response.description))])),
    headerList(schemas, response.headers),
    bodies.map(([type, { schema, example }]) => [
      element('h4', {}, 'Body ', element('span', { class: 'type' }, type, ', ', schemas.type(schema))),
      members(schemas, schema),
      !succeeded && example !== undefined && jsonBlock(example, 'Example')]));
}

function headerList(schemas, headers) {
  return headers && [element('h4', {}, 'Headers'), element('dl', { class: 'members' },
    Object.entries(headers).map(([name, header]) => {
      const resolved = schemas.resolve(header);
      return entry(schemas, name, resolved.schema, resolved);
    }))];
}
