import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name is the same in every file that imports it.',
};
const noStyleAttribute = {
  selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\sstyle\\s*=/]',
  message: 'A style attribute is blocked by a strict Content-Security-Policy. Use a class or a custom property.',
};
const noInnerHtml = {
  selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
  message: 'Markup from strings breaks Trusted Types and invites injection. Use a Lit template.',
};
const forbiddenDirectives = ['style-map', 'unsafe-html', 'unsafe-svg', 'unsafe-mathml'].map((name) => ({
  name: `lit/directives/${name}.js`,
  message: 'Breaks under a strict Content-Security-Policy or Trusted Types.',
}));

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.wireit/', '.cache/', 'docs/reference/', '.data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['packages/**/*.ts', 'journeys/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noStyleAttribute, noInnerHtml],
      'no-restricted-imports': ['error', { paths: forbiddenDirectives }],
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
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true }], '@typescript-eslint/no-unused-vars': 'error' },
  },
);
