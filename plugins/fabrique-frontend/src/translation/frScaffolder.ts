/** French of `scaffolderMessages`. */
export const frScaffolder = {
  'appName.title': "Nom de l'application",
  'appName.description':
    'Court, en minuscules, avec des tirets. Tous les autres noms en découlent.',
  'appName.names': 'Ce que ce nom donne',
  'appName.required': 'Obligatoire',
  'appName.repository': 'Dépôt',
  'appName.mirror': 'Miroir GitLab',
  'appName.host': 'Adresse en production',
  'appName.namespace': 'Namespace en production',
  'appName.database': 'Base de données en production',
  'appName.storage': 'Stockage en production',
  'appName.databaseOn': '{{name}} sur {{server}}',
  'appName.checking': 'Vérification que le nom est libre…',
  'appName.free': 'Ce nom est libre.',
  'appName.takenBy':
    'Le nom {{name}} est pris par {{takenBy}} ({{where}}). Choisissez-en un autre.',
  'appName.taken': 'Le nom {{name}} est pris. Choisissez-en un autre.',
  'appName.catalog': 'catalogue',
  'appName.uncheckable':
    "Le portail n'a pas pu vérifier que ce nom est libre ; la première étape de la création le fera.",
  'appName.problem.required': "Donnez un nom à l'application.",
  'appName.problem.pattern':
    'Utilisez des minuscules sans accent, des chiffres et des tirets simples ; commencez par une lettre et ne finissez pas par un tiret.',
  'appName.problem.too-short':
    'Utilisez au moins {{minimum, number}} caractères.',
  'appName.problem.too-long':
    '{{system}} accepte ici {{limit, number}} caractères au plus ; ce nom en a {{length, number}}. Raccourcissez-le.',
  'appName.problem.too-long-azure-storage':
    'Le stockage Azure accepte ici {{limit, number}} lettres et chiffres au plus, sans compter les tirets ; ce nom en a {{length, number}}. Raccourcissez-le.',
  'appName.problem.reserved':
    '« {{word}} » a déjà un sens dans nos systèmes. Choisissez un autre nom.',
  'appServices.grafana': 'Un tableau de bord dans Grafana',
  'appServices.grafanaMakes':
    'Un dossier et un premier tableau : processeur, mémoire, redémarrages, requêtes et temps de réponse.',
  'appServices.upptime': 'Le site surveillé par UppTime',
  'appServices.upptimeMakes':
    "Une demande de fusion sur le dépôt d'UppTime. Une fois fusionnée, UppTime vérifie que l'adresse de production répond.",
  'appServices.tipimail': 'Des messages envoyés par Tipimail',
  'appServices.tipimailMakes':
    "Un domaine d'envoi, à valider dans le DNS ; et, pour chaque environnement qui envoie vraiment, une clé dans le secret smtp.",
  'appServices.office365': 'Une boîte aux lettres dans Office 365',
  'appServices.office365Makes':
    'Un groupe privé qui a son adresse : ses membres reçoivent les messages, ses propriétaires choisissent les membres.',
  'appServices.nextcloud': 'Un dossier partagé sur NextCloud',
  'appServices.nextcloudMakes':
    "Un dossier au nom de l'application, où travaille l'équipe.",
  'appServices.notConnected': "Ce portail n'est pas connecté à {{services}}.",
};
