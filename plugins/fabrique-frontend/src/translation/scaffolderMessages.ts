/** What the form field of an application's name says. */
export const scaffolderMessages = {
  appName: {
    title: 'Name of the application',
    description:
      'Short, in lower case, with hyphens. Every other name is made of it.',
    names: 'What this name gives',
    required: 'Required',
    repository: 'Repository',
    mirror: 'GitLab mirror',
    host: 'Address in production',
    namespace: 'Namespace in production',
    database: 'Database in production',
    storage: 'Storage in production',
    databaseOn: '{{name}} on {{server}}',
    checking: 'Checking whether the name is free…',
    free: 'This name is free.',
    takenBy:
      'The name {{name}} is taken by {{takenBy}} ({{where}}). Choose another one.',
    taken: 'The name {{name}} is taken. Choose another one.',
    catalog: 'catalog',
    uncheckable:
      'The portal could not check whether this name is free; the first step of the creation will.',
    problem: {
      required: 'Give the application a name.',
      pattern:
        'Use lower case letters, digits and single hyphens; start with a letter and do not end with a hyphen.',
      'too-short': 'Use at least {{minimum, number}} characters.',
      'too-long':
        '{{system}} takes at most {{limit, number}} characters here; this name has {{length, number}}. Shorten it.',
      'too-long-azure-storage':
        'Azure storage takes at most {{limit, number}} letters and digits here, hyphens not counted; this name has {{length, number}}. Shorten it.',
      reserved:
        '“{{word}}” has a meaning of its own in our systems. Choose another name.',
    },
  },
} as const;
