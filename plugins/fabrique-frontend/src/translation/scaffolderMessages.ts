/** What the form fields of a new application say. */
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
  appServices: {
    grafana: 'A dashboard in Grafana',
    grafanaMakes:
      'A folder and a first dashboard: processor, memory, restarts, requests and response times.',
    upptime: 'UppTime watches the site',
    upptimeMakes:
      'A pull request on the repository of UppTime. Once it is merged, UppTime looks whether the address of production answers.',
    tipimail: 'Tipimail sends its messages',
    tipimailMakes:
      'A sending domain, to be verified in the DNS; and for each environment that really sends, a key in the secret smtp.',
    office365: 'A mailbox in Office 365',
    office365Makes:
      'A private group with an address of its own: its members get the messages, its owners choose the members.',
    nextcloud: 'A shared folder on NextCloud',
    nextcloudMakes:
      'A folder in the name of the application, which the team works in.',
    notConnected: 'This portal is not connected to {{services}}.',
  },
} as const;
