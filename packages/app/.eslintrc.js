module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // The journeys run in Node, beside the app and not within it.
      files: ['e2e-tests/**'],
      rules: { 'no-restricted-imports': 'off', 'no-console': 'off' },
    },
  ],
});
