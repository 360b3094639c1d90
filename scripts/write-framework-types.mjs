// What TypeScript is told of the tags: in JSX of React 19, and in templates of Vue 3. The types of values are those of the classes.

/** @typedef {import('./read-elements.mjs').ElementDescription} ElementDescription */

const warning = '// Made by `npm run manifest` from the classes. Change their comments and types, not this file.';

/** @param {readonly ElementDescription[]} elements */
export function reactTypes(elements) {
  const interfaces = elements.map((element) => {
    const attributes = element.attributes.filter(({ name, fieldName }) => name !== fieldName);
    const properties = [
      ...attributes.map((each) => property(`'${each.name}'`, attributeType(element, each), each.description)),
      ...ownProperties(element),
      ...ownEvents(element).map(({ name, type, description }) =>
        property(`'on${name}'`, `(event: ${type?.text}) => void`, description),
      ),
    ];
    return `${comment(element.summary)}
export interface ${element.name}Attributes extends Omit<HTMLAttributes<${element.name}>, ${taken(element)}> {
${properties.join('\n')}
}`;
  });
  const tags = elements.map(({ tagName, name }) => `'${tagName}': DetailedHTMLProps<${name}Attributes, ${name}>;`);
  return `${warning}
${classImport(elements)}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

${interfaces.join('\n\n')}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${tags.join('\n')}
    }
  }
}
`;
}

/** @param {readonly ElementDescription[]} elements */
export function vueTypes(elements) {
  const interfaces = elements.map((element) => {
    const attributes = element.attributes.filter(({ name, fieldName }) => name !== fieldName);
    const properties = [
      ...attributes.map((each) => property(`'${each.name}'`, attributeType(element, each), each.description)),
      ...ownProperties(element),
      ...ownEvents(element).map(({ name, type, description }) =>
        property(`on${camelCase(name)}`, `(event: ${type?.text}) => void`, description),
      ),
    ];
    return `${comment(element.summary)}
export interface ${element.name}Props extends Omit<HTMLAttributes, ${taken(element)}> {
${properties.join('\n')}
}`;
  });
  const tags = elements.map(({ tagName, name }) => `'${tagName}': new () => ${name} & { $props: ${name}Props };`);
  return `${warning}
${classImport(elements)}
import type { HTMLAttributes } from 'vue';

${interfaces.join('\n\n')}

declare module 'vue' {
  interface GlobalComponents {
    ${tags.join('\n')}
  }
}
`;
}

/** @param {readonly ElementDescription[]} elements */
function classImport(elements) {
  const events = elements.flatMap((element) => ownEvents(element).map(({ type }) => type?.text ?? 'Event'));
  const names = [...new Set([...elements.map(({ name }) => name), ...events])].sort();
  return `import type { ${names.join(', ')} } from '@collateral/elements';`;
}

/** What a page may set. @param {ElementDescription} element */
function ownProperties({ name, members, attributes }) {
  return members
    .filter(({ kind, readonly }) => kind === 'field' && !readonly)
    .map((member) => {
      // Markup has strings: what is read from an attribute takes one as well.
      const isWritten = attributes.some((each) => each.name === member.name && each.type?.text?.includes('number'));
      return property(member.name, `${name}['${member.name}']${isWritten ? ' | string' : ''}`, member.description);
    });
}

/** `input` and `change` are the platform's, and so are their types. @param {ElementDescription} element */
function ownEvents({ events }) {
  return events.filter(({ type }) => type?.text && type.text !== 'Event');
}

/** @param {ElementDescription} element @param {import('./read-elements.mjs').Attribute} attribute */
function attributeType({ name }, { fieldName, type }) {
  const isWritten = type?.text?.includes('number');
  return `${name}['${fieldName}']${isWritten ? ' | string' : ''}`;
}

/** Names that mean something else on other tags. @param {ElementDescription} element */
function taken({ members }) {
  return members
    .filter(({ kind }) => kind === 'field')
    .map(({ name }) => `'${name}'`)
    .join(' | ');
}

/** @param {string} name @param {string} type @param {string} description */
function property(name, type, description) {
  const wrapped = type.includes('=>') ? `(${type})` : type;
  return `${comment(description)}\n${name}?: ${wrapped} | undefined;`;
}

/** @param {string} text */
function comment(text) {
  return `/** ${text.replaceAll('*/', '*\\/')} */`;
}

/** @param {string} name */
function camelCase(name) {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}
