/** What the command takes. */
export const usage = {
  en: `Usage:
  fabrique lint [--format text|json|github] [--lang fr|en] [path…]
      Checks files, folders or patterns: by default every catalog-info.yaml from here on.
      Exit code: 0 nothing is wrong, 1 something is, 2 it could not be checked.
  fabrique annotations [--lang fr|en]
      Every annotation that the portal reads, with its form and an example.`,
  fr: `Utilisation :
  fabrique lint [--format text|json|github] [--lang fr|en] [chemin…]
      Vérifie des fichiers, des dossiers ou des motifs ; par défaut, chaque catalog-info.yaml à partir d'ici.
      Code de sortie : 0 tout est juste, 1 quelque chose est faux, 2 la vérification n'a pas pu se faire.
  fabrique annotations [--lang fr|en]
      Toutes les annotations que le portail lit, avec leur forme et un exemple.`,
};

/** What was not understood of it. */
export const usageErrors = {
  noCommand: { en: 'Which command?', fr: 'Quelle commande ?' },
  command: {
    en: 'There is no such command:',
    fr: "Cette commande n'existe pas :",
  },
  option: {
    en: 'This option is not right:',
    fr: "Cette option n'est pas juste :",
  },
  format: { en: 'There is no such format:', fr: "Ce format n'existe pas :" },
};
