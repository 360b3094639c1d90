export default {
  printWidth: 120,
  singleQuote: true,
  htmlWhitespaceSensitivity: 'ignore',
  embeddedLanguageFormatting: 'auto',
  overrides: [{ files: '*.md', options: { proseWrap: 'preserve' } }],
};
