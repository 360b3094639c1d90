export default {
  printWidth: 120,
  singleQuote: true,
  htmlWhitespaceSensitivity: 'ignore',
  embeddedLanguageFormatting: 'off',
  overrides: [{ files: '*.md', options: { proseWrap: 'preserve' } }],
};
