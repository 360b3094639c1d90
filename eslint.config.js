import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name is the same in every file that imports it.',
};
const blockedStyle =
  'A style attribute is blocked by a strict Content-Security-Policy. Use a class or a custom property.';
const noStyleAttribute = [
  { selector: 'TaggedTemplateExpression TemplateElement[value.raw=/[\\s"\']style\\s*=/]', message: blockedStyle },
  {
    selector: 'CallExpression[callee.property.name=/^setAttribute(NS)?$/] > Literal[value="style"]',
    message: blockedStyle,
  },
];
const markup = 'Markup from strings breaks Trusted Types and invites injection. Use a Lit template.';
const noMarkupFromStrings = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe|parseFromString|createContextualFragment)$/]',
    message: markup,
  },
  {
    selector: 'MemberExpression > Literal.property[value=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: markup,
  },
  {
    selector: 'TaggedTemplateExpression TemplateElement[value.raw=/[\\s"\'.](innerHTML|outerHTML|srcdoc)\\s*=/i]',
    message: markup,
  },
];
const registering =
  'A file under packages/elements/src/define/ registers elements; a module that is imported does nothing.';
const noDefine = {
  selector:
    'CallExpression[callee.property.name="define"]:matches([callee.object.name="customElements"], [callee.object.property.name="customElements"])',
  message: `${registering} Call defineElement there.`,
};
const unsafeDirectives = ['style-map', 'unsafe-html', 'unsafe-svg', 'unsafe-mathml'].map((name) => ({
  name: `lit/directives/${name}.js`,
  message:
    'Breaks under a strict Content-Security-Policy or Trusted Types. Use a class, a custom property or a Lit template.',
}));
const forbiddenImports = [
  ...unsafeDirectives,
  {
    name: 'lit/static-html.js',
    message: 'Puts strings into a template as markup. Use html from lit and write the tag out.',
  },
  { name: 'lit/decorators.js', importNames: ['customElement'], message: registering },
  { name: 'lit/decorators/custom-element.js', message: registering },
];
const forbiddenPackages = [
  {
    regex: '^(lit-html|lit-element|@lit/reactive-element)(/|$)',
    message: 'A part of lit: import the same name from lit, the one entry that is a dependency.',
  },
];
// no-restricted-imports does not look at import().
const noHiddenImport = {
  selector:
    'ImportExpression > Literal[value=/^(lit-html|lit-element|@lit.reactive-element|lit.static-html|lit.directives.(style-map|unsafe-))/]',
  message: 'Breaks under Trusted Types or goes around lit. Import what you need from lit, at the top of the file.',
};
const noFault = [noDefaultExport, ...noStyleAttribute, ...noMarkupFromStrings, noHiddenImport];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.wireit/',
      '.cache/',
      'docs/reference/',
      '.data/',
      'packages/elements/editor/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['packages/**/*.ts', 'journeys/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...noFault, noDefine],
      'no-restricted-imports': ['error', { paths: forbiddenImports, patterns: forbiddenPackages }],
      eqeqeq: 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers read well in sentences, and every sentence here is built from checked values.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Private state is #field; underscore arguments say "not used here".
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An interface member may be a method that the implementation does not need `this` for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['packages/elements/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement', 'CollateralElement'] } },
    rules: {
      // Registering is the job of the files under define/.
      'wc/define-tag-after-class-definition': 'off',
      'wc/file-name-matches-element': 'off',
      // The compiler knows whether the base class has the callback.
      'wc/guard-super-call': 'off',
    },
  },
  {
    // The sentences of a language are one list and one file to fetch.
    files: ['packages/elements/src/**/languages/*.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true }] },
  },
  {
    files: ['**/*.test.ts', '**/*.fixture.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // chai's assertions are getters: expect(x).to.be.true.
      '@typescript-eslint/no-unused-expressions': 'off',
      // node:test returns promises that its runner awaits.
      '@typescript-eslint/no-floating-promises': 'off',
      'lit/no-invalid-html': 'off',
    },
  },
  {
    // Registering is what define/ is for; a test registers elements of its own.
    files: ['packages/elements/src/define/*.ts', '**/*.test.ts', '**/*.fixture.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noFault] },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true }], '@typescript-eslint/no-unused-vars': 'error' },
  },
);
