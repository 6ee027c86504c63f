import { code, element, spaced } from './element.js';
import { prose } from './prose.js';

/** Reads schemas of one OpenAPI document, with references followed; what stands beside a `$ref` wins over its target. */
export class Schemas {
  constructor(document) {
    this.document = document;
  }

  resolve(node = {}) {
    if (!node.$ref) {
      return node;
    }
    const path = node.$ref.slice(2).split('/');
    const target = path.reduce((at, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], this.document);
    const { $ref, ...beside } = node;
    return { ...this.resolve(target), ...beside };
  }

  /** The alternatives of a schema, null left out. */
  branches(node) {
    const schema = this.resolve(node);
    const alternatives = schema.anyOf ?? schema.oneOf;
    return alternatives ? alternatives.flatMap((branch) => this.branches(branch)) : [schema];
  }

  /** What a value may be, in words: `string or array of string or null`. */
  type(node) {
    const types = new Set(this.branches(node).flatMap((branch) => this.ownTypes(branch)));
    const nullable = types.delete('null') ? ['null'] : [];
    return [...types, ...nullable].join(' or ');
  }

  ownTypes(schema) {
    const types = [schema.type ?? 'any'].flat();
    return types.map((type) => {
      if (type === 'array') {
        return `array of ${this.type(schema.items)}`;
      }
      return type === 'string' && schema.format ? `${type} (${schema.format})` : type;
    });
  }

  /** All values of enums and constants in a schema and its items. */
  values(node) {
    const own = this.branches(node).flatMap((schema) => [
      ...(schema.enum ?? (schema.const === undefined ? [] : [schema.const])),
      ...(schema.items ? this.values(schema.items) : []),
    ]);
    return [...new Set(own)].filter((value) => value !== null);
  }

  /** The object schemas that a value, or an element of it, may have. */
  objects(node) {
    return this.branches(node).flatMap((schema) => {
      const inner = schema.items ? this.objects(schema.items) : [];
      return schema.properties ? [schema, ...inner] : inner;
    });
  }
}

/** The members of every object that a schema may be: two levels open, folded beneath. */
export function members(schemas, node, depth = 0) {
  const objects = schemas.objects(node);
  return objects.map((schema) =>
    element('div', { class: 'object' },
      objects.length > 1 && element('h5', {}, objectName(schema)),
      prose(schema.description),
      element('dl', { class: 'members' }, shown(schema).map(([name, member]) => entry(schemas, name, member, {
        required: (schema.required ?? []).includes(name), depth,
      })))));
}

/** One parameter or member: its name, type, what it may be, and what it holds. */
export function entry(schemas, name, node, { required = false, description, depth = 0 } = {}) {
  const schema = schemas.resolve(node);
  const text = description ?? schema.description;
  const head = [
    code(name),
    element('span', { class: 'type' }, schemas.type(node)),
    required && element('span', { class: 'required' }, 'required'),
    schema.deprecated && element('span', { class: 'deprecated' }, 'deprecated'),
  ];
  return element('div', {}, element('dt', {}, spaced(head)), element('dd', {},
    prose(text), limits(schemas, node), nested(schemas, name, { ...schema, description: text }, depth)));
}

const shown = (schema) => Object.entries(schema.properties).filter(([, member]) => !member['x-alias-of']);

function objectName(schema) {
  const type = schema.properties.type;
  return type?.const === undefined ? 'Object' : ['With ', code(`type: ${type.const}`)];
}

function limits(schemas, node) {
  const schema = schemas.resolve(node);
  const values = schemas.values(node);
  const parts = [
    values.length > 0 && element('span', {}, values.length > 1 ? 'One of ' : 'Always ', spaced(values.map(code))),
    range(schema) && element('span', {}, range(schema)),
    schema.default !== undefined && element('span', {}, 'Default ', code(schema.default)),
  ].filter(Boolean);
  return parts.length > 0 && element('p', { class: 'limits' }, spaced(parts));
}

function range({ minimum, maximum }) {
  if (minimum !== undefined && maximum !== undefined) {
    return `From ${minimum} to ${maximum}`;
  }
  return minimum !== undefined ? `${minimum} or more` : maximum !== undefined && `${maximum} or less`;
}

function nested(schemas, name, node, depth) {
  const inner = schemas.objects(node);
  if (inner.length === 0) {
    return false;
  }
  const said = inner.map((schema) => (schema.description === node.description ? { ...schema, description: '' } : schema));
  return element('details', { open: depth === 0 },
    element('summary', {}, 'Members of ', code(name)), members(schemas, { anyOf: said }, depth + 1));
}
