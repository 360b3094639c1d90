// Reads what every element offers from its class: the analyzer of custom-elements.json reads the code, and what it cannot know is
// added here. Everything that tools are told about the elements is made from this.
import { globSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Described
 * @property {string} name
 * @property {string} description
 * @property {{text: string}} [type]
 * @property {string} [default]
 */

/** @typedef {Described & {fieldName: string, values?: readonly string[]}} Attribute `values` are all it can be, if they are few */
/** @typedef {Described & {kind: 'field' | 'method', readonly?: boolean, attribute?: string, reflects?: boolean}} Member */

/**
 * @typedef {object} ElementDescription
 * @property {string} tagName
 * @property {string} name of the class
 * @property {string} module where the class is, in the package
 * @property {string} defineModule what registers it
 * @property {string} summary
 * @property {string} description
 * @property {readonly Attribute[]} attributes
 * @property {readonly Member[]} members
 * @property {readonly Described[]} events
 * @property {readonly Described[]} slots
 * @property {readonly Described[]} cssParts
 * @property {readonly Described[]} cssProperties
 * @property {readonly Described[]} cssStates
 */

const source = 'packages/elements/src';
// The compiler is the analyzer's own: node kinds differ from one version to the next.
/** @type {{create: (options: object) => any, ts: typeof import('typescript')}} */
const { create, ts } = /** @type {any} */ (await import('@custom-elements-manifest/analyzer/index.js'));
/** @type {{litPlugin: () => object[]}} */
// @ts-expect-error -- it has no types
const { litPlugin } = await import('@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js');

/** @returns {readonly ElementDescription[]} */
export function readElements() {
  const classes = readClasses();
  return globSync(`${source}/define/*.ts`)
    .sort()
    .flatMap((file) => {
      const [, tagName, name] = /^defineElement\('([\w-]+)', (\w+)\)/m.exec(readFileSync(file, 'utf8')) ?? [];
      if (!tagName || !name) return [];
      const found = classes.get(name);
      if (!found) throw new Error(`${file} registers ${name}, and no file under ${source} has that class.`);
      return describeElement(tagName, built(file), found);
    });
}

/** @returns {Map<string, any>} the analyzer's declarations by the name of the class */
function readClasses() {
  const modules = globSync(`${source}/**/*.ts`)
    .filter((file) => !/\.(test|fixture)\.ts$/.test(file))
    .sort()
    .map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));
  const manifest = create({ modules, plugins: [...litPlugin(), commentsOfMembers()], context: { dev: false } });
  return new Map(
    manifest.modules.flatMap((/** @type {any} */ { path, declarations }) =>
      declarations
        .filter((/** @type {any} */ { kind }) => kind === 'class')
        .map((/** @type {any} */ declaration) => [declaration.name, { ...declaration, path }]),
    ),
  );
}

/**
 * The analyzer takes the default of a property from the constructor, where it is a name as often as a value, and of a pair of
 * accessors it keeps one comment. The comments say both.
 */
function commentsOfMembers() {
  return {
    name: 'comments-of-members',
    /** @param {any} phase */
    analyzePhase({ node, moduleDoc }) {
      if (!ts.isClassDeclaration(node) || !node.name) return;
      const declaration = moduleDoc.declarations.find((/** @type {any} */ { name }) => name === node.name?.text);
      for (const member of declaration?.members ?? []) {
        const nodes = node.members.filter((each) => each.name?.getText() === member.name);
        const comments = nodes.map((each) => ts.getTextOfJSDocComment(firstComment(each)?.comment) ?? '');
        if (comments.some(Boolean)) member.description = comments.filter(Boolean).join(' ');
        const stated = nodes
          .flatMap((each) => ts.getJSDocTags(each))
          .find((tag) => tag.tagName.text === 'defaultValue');
        if (stated) member.default = ts.getTextOfJSDocComment(stated.comment) ?? '';
        for (const attribute of declaration.attributes ?? []) {
          if (attribute.fieldName !== member.name) continue;
          attribute.description = member.description;
          attribute.default = member.default;
        }
      }
    },
  };
}

/** @param {import('typescript').Node} node */
function firstComment(node) {
  return ts.getJSDocCommentsAndTags(/** @type {any} */ (node)).find((each) => ts.isJSDoc(each));
}

/**
 * @param {string} tagName
 * @param {string} defineModule
 * @param {any} declaration
 * @returns {ElementDescription}
 */
function describeElement(tagName, defineModule, declaration) {
  const { name, path } = declaration;
  // The analyzer gives the whole comment after @summary; its first paragraph is one.
  const [summary = '', ...more] = oneLine(declaration.summary).split('\n\n');
  /** @type {readonly Member[]} */
  const members = declaration.members.filter(isPublic).map(describeMember);
  for (const member of members)
    if (!member.description)
      throw new Error(`${name}.${member.name} is public and has no comment. Write one, or mark it @internal.`);
  /** @type {(name: string) => readonly any[]} */
  const listed = (list) => (declaration[list] ?? []).map(tidy);
  return {
    tagName,
    name,
    module: built(path),
    defineModule,
    summary,
    description: more.join('\n\n'),
    attributes: listed('attributes')
      .filter(({ fieldName }) => members.some((member) => member.name === fieldName))
      .map((attribute) => ({ ...attribute, ...valuesOf(attribute.type?.text) })),
    members,
    // The analyzer also lists what it saw dispatched; a name and a sentence stand in the class's comment only.
    events: listed('events').filter((event) => event.description && event.name),
    slots: listed('slots'),
    cssParts: listed('cssParts'),
    cssProperties: listed('cssProperties'),
    cssStates: listed('cssStates'),
  };
}

/** @param {any} member */
function isPublic({ name, privacy, static: isStatic }) {
  return !name.startsWith('#') && !isStatic && (privacy ?? 'public') === 'public';
}

/** @param {any} member */
function describeMember({ kind, name, description, type, default: preset, readonly, attribute, reflects, ...rest }) {
  return {
    kind,
    name,
    description: oneLine(description),
    ...(type && { type }),
    ...(preset !== undefined && { default: preset }),
    ...(readonly && { readonly }),
    ...(attribute && { attribute }),
    ...(reflects && { reflects }),
    ...(rest.parameters && { parameters: rest.parameters }),
    ...(rest.return && { return: rest.return }),
  };
}

/** @param {any} thing */
function tidy({ inheritedFrom, ...thing }) {
  // Where it was inherited from says nothing to a page.
  void inheritedFrom;
  return { ...thing, description: oneLine(thing.description ?? '') };
}

/**
 * Finds the values of a type that is a list of words, also when it has a name.
 *
 * @param {string} [text]
 * @returns {{values?: readonly string[]}}
 */
function valuesOf(text = '') {
  const words = text.split('|').map((word) => word.trim());
  if (words.every((word) => /^'.*'$/.test(word))) return { values: words.map((word) => word.slice(1, -1)) };
  const keyed = /^keyof (\w+)$/.exec(text)?.[1];
  const body = keyed && findType(`interface ${keyed} \\{([^}]*)\\}`);
  if (body) return { values: [...body.matchAll(/^  readonly (\w+)\??:/gm)].map(([, name]) => name ?? '') };
  const named = /^[A-Z]\w+$/.test(text) && findType(`type ${text} =([^;]+);`);
  return named ? valuesOf(named.trim().replace(/^\|/, '')) : {};
}

/** @param {string} pattern with one group, of what follows `export` */
function findType(pattern) {
  const type = new RegExp(`^export ${pattern}`, 'm');
  return typeFiles()
    .map((file) => type.exec(file)?.[1])
    .find(Boolean);
}

/** @type {readonly string[] | undefined} */
let types;

function typeFiles() {
  return (types ??= globSync('packages/{elements,sdk}/src/**/*.ts')
    .sort()
    .map((file) => readFileSync(file, 'utf8')));
}

/** @param {string} [text] */
function oneLine(text = '') {
  return text
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/\s*\n\s*\n\s*/g, '\n\n')
    .replaceAll(/(?<!\n)\n(?!\n)/g, ' ')
    .trim();
}

/** Where the file is in the package, once it is built. @param {string} file */
function built(file) {
  return file.replace(`${source}/`, 'dist/').replace(/\.ts$/, '.js');
}
