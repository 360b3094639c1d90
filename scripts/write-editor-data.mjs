// What editors are told: VS Code's custom data for HTML and CSS, and JetBrains' web-types.

/** @typedef {import('./read-elements.mjs').ElementDescription} ElementDescription */
/** @typedef {import('./read-elements.mjs').Attribute} Attribute */
/** @typedef {import('./read-elements.mjs').Described} Described */

/** @param {readonly ElementDescription[]} elements https://github.com/microsoft/vscode-html-languageservice */
export function htmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tagName,
      description: markdown(manualOf(element)),
      attributes: element.attributes.map((attribute) => ({
        name: attribute.name,
        description: markdown(withDefault(attribute)),
        ...(isSwitch(attribute) && { valueSet: 'v' }),
        ...(attribute.values && { values: attribute.values.map((name) => ({ name })) }),
      })),
    })),
  };
}

/** @param {readonly ElementDescription[]} elements https://github.com/microsoft/vscode-css-languageservice */
export function cssData(elements) {
  return {
    version: 1.1,
    properties: distinct(elements, 'cssProperties').map((property) => ({
      name: property.name,
      description: markdown(withDefault(property)),
    })),
    pseudoClasses: distinct(elements, 'cssStates').map(({ name, description }) => ({
      name: `:state(${name})`,
      description: markdown(description),
    })),
    pseudoElements: distinct(elements, 'cssParts').map(({ name, description }) => ({
      name: `::part(${name})`,
      description: markdown(description),
    })),
  };
}

/**
 * @param {readonly ElementDescription[]} elements https://github.com/JetBrains/web-types
 * @param {{name: string, version: string}} published
 */
export function webTypes(elements, published) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    ...published,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tagName,
          description: manualOf(element),
          attributes: element.attributes.map((attribute) => ({
            name: attribute.name,
            description: attribute.description,
            value: {
              type: attribute.values?.map((word) => `'${word}'`).join(' | ') ?? attribute.type?.text ?? 'string',
            },
            ...(attribute.default && { default: attribute.default }),
          })),
          slots: element.slots.map(({ name, description }) => ({ name, description })),
          js: {
            properties: element.members
              .filter(({ kind }) => kind === 'field')
              .map(({ name, description, type, readonly }) => ({
                name,
                description,
                type: type?.text ?? 'unknown',
                ...(readonly && { 'read-only': true }),
              })),
            events: element.events.map(({ name, description }) => ({ name, description })),
          },
          css: {
            properties: element.cssProperties.map(({ name, description }) => ({ name, description })),
            parts: element.cssParts.map(({ name, description }) => ({ name, description })),
          },
        })),
      },
    },
  };
}

/** @param {ElementDescription} element */
function manualOf({ summary, description, events }) {
  const told = events.map(({ name, description }) => `- \`${name}\`: ${description}`);
  return [summary, description, told.length > 0 && `Events:\n\n${told.join('\n')}`].filter(Boolean).join('\n\n');
}

/** @param {Described} thing */
function withDefault({ description, default: preset }) {
  return preset && preset !== "''" ? `${description} Default: \`${preset}\`.` : description;
}

/** @param {string} value */
function markdown(value) {
  return { kind: 'markdown', value };
}

/** Present or absent, without a value. @param {Attribute} attribute */
function isSwitch({ type }) {
  return type?.text === 'boolean';
}

/**
 * What several elements have stands once, with each thing that is said of it.
 *
 * @param {readonly ElementDescription[]} elements
 * @param {'cssProperties' | 'cssStates' | 'cssParts'} list
 * @returns {readonly Described[]}
 */
function distinct(elements, list) {
  /** @type {Map<string, Described>} */
  const found = new Map();
  for (const each of elements.flatMap((element) => element[list])) {
    const present = found.get(each.name);
    if (!present) found.set(each.name, each);
    else if (!present.description.includes(each.description))
      found.set(each.name, { ...present, description: `${present.description} ${each.description}` });
  }
  return [...found.values()];
}
