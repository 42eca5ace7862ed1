/** French of `upptimeWords`. */
export const frUpptimeWords = {
  'upptime.title': 'UppTime',
  'upptime.thing': 'Le site UppTime {{name}}',
  'upptime.access': 'au site {{name}}',
  'upptime.up': 'le site répond',
  'upptime.degraded': 'le site répond, mais lentement',
  'upptime.unknown': 'UppTime ne dit pas si le site répond',
  'upptime.uptime.day': '{{percent}} sur un jour',
  'upptime.uptime.week': '{{percent}} sur une semaine',
  'upptime.uptime.month': '{{percent}} sur un mois',
  'upptime.uptime.year': '{{percent}} sur un an',
  'upptime.uptime.all': "{{percent}} depuis qu'il est surveillé",
  'upptime.time.day': '{{ms, number}} ms sur un jour',
  'upptime.time.week': '{{ms, number}} ms sur une semaine',
  'upptime.time.month': '{{ms, number}} ms sur un mois',
  'upptime.time.year': '{{ms, number}} ms sur un an',
  'upptime.time.all': "{{ms, number}} ms depuis qu'il est surveillé",
  'upptime.available': 'Disponible : {{values}}',
  'upptime.responseTime': 'Temps de réponse : {{values}}',
  'upptime.chart': "Minutes d'arrêt par jour sur 90 jours",
  'upptime.range': '90 j',
  'upptime.value': "Minutes d'arrêt",
  'upptime.neverDown': 'aucun arrêt en 90 jours',
  'upptime.rows': 'Derniers jours avec un arrêt',
  'upptime.downFor': 'arrêté pendant {{duration}}',
  'upptime.reason.down': 'le site ne répond pas',
  'upptime.reason.contradiction':
    'UppTime dit que le site répond, mais seulement {{percent, number}} % de ses vérifications ont réussi',
  'upptime.reason.lowDay':
    'le site a répondu à {{percent, number}} % des vérifications en un jour',
  'upptime.reason.slow':
    "le site répond en {{ms, number}} ms, contre {{usual, number}} ms d'habitude",
};
