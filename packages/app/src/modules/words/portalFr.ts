/** French of the portal's sentences; the compiler compares its keys with the English. */
export default {
  'nav.home': 'Accueil',
  'nav.catalog': 'Catalogue',
  'nav.fabrique': 'Flotte',
  'nav.create': 'Créer',
  'nav.search': 'Rechercher',
  'nav.menu': 'Menu',
  'nav.notifications': 'Notifications',
  'nav.settings': 'Paramètres',
  'nav.graph': 'Graphe',
  'nav.visualizer': 'Extensions',
  'home.title': 'Bienvenue à la Fabrique',
  'home.lead':
    'Voyez sur une page comment va une application partout où elle vit, et créez-en une nouvelle avec un seul formulaire.',
  'home.createTitle': 'Créer une application',
  'home.createText':
    'Dépôts, pipelines, base de données, stockage et supervision : un formulaire, et quelques instants.',
  'home.createAction': 'Créer',
  'home.catalogTitle': 'Trouver une application',
  'home.catalogText':
    "Ouvrez sa page, puis l'onglet Fabrique : ce qui tourne, ce qui casse, qui la visite.",
  'home.catalogAction': 'Ouvrir le catalogue',
};
