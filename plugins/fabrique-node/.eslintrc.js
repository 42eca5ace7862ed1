module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // A schema and the type of what it reads share a name.
    '@typescript-eslint/no-redeclare': 'off',
  },
  overrides: [
    {
      // Tests that others call with their own client.
      files: ['src/testUtils/**'],
      rules: { 'jest/no-export': 'off', 'jest/no-conditional-expect': 'off' },
    },
  ],
});
