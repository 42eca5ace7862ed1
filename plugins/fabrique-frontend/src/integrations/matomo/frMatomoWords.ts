import { frMatomoVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `matomoWords`. */
export const frMatomoWords = {
  ...toVerdictMessages('matomo', frMatomoVerdictWords),
  'matomo.thing': 'Le {{name}} de Matomo',
  'matomo.access': 'au {{name}} de Matomo',
  'matomo.visits_zero': 'aucune visite en 7 jours',
  'matomo.visits_one': '{{count, number}} visite en 7 jours',
  'matomo.visits_other': '{{count, number}} visites en 7 jours',
  'matomo.today_zero': "aucune aujourd'hui",
  'matomo.today_one': "{{count, number}} aujourd'hui",
  'matomo.today_other': "{{count, number}} aujourd'hui",
  'matomo.change': "{{change}} par rapport à la semaine d'avant",
  'matomo.bounce': "{{percent}} de visites d'une seule page",
  'matomo.goal': '{{name}} : {{conversions, number}}',
  'matomo.actions': '{{number, number}} actions par visite',
  'matomo.chart': 'Visites par jour sur 30 jours',
  'matomo.value': 'Visites',
  'matomo.comparison': 'Visites une semaine avant',
  'matomo.month_one':
    '30 j · {{count, number}} visite · en pointillé, une semaine avant',
  'matomo.month_other':
    '30 j · {{count, number}} visites · en pointillé, une semaine avant',
  'matomo.rows': 'Pages les plus visitées sur 30 jours',
  'matomo.pageVisits_one': '{{count, number}} visite',
  'matomo.pageVisits_other': '{{count, number}} visites',
  'matomo.exemption.summary': 'Exemption CNIL : {{counts}}',
  'matomo.exemption.unmetCount_one': '{{count, number}} condition à corriger',
  'matomo.exemption.unmetCount_other':
    '{{count, number}} conditions à corriger',
  'matomo.exemption.metCount_one': '{{count, number}} remplie',
  'matomo.exemption.metCount_other': '{{count, number}} remplies',
  'matomo.exemption.unknownCount_one': '{{count, number}} à vérifier vous-même',
  'matomo.exemption.unknownCount_other':
    '{{count, number}} à vérifier vous-même',
  'matomo.exemption.met.ecommerce-off':
    "Le suivi de l'e-commerce est désactivé.",
  'matomo.exemption.met.user-id-off':
    "Aucun identifiant d'utilisateur n'est transmis.",
  'matomo.exemption.met.heatmaps-off': "Aucune carte de chaleur n'est active.",
  'matomo.exemption.met.session-recording-off':
    "Aucune session n'est enregistrée.",
  'matomo.exemption.met.visitor-log-off':
    'Le journal des visites est désactivé.',
  'matomo.exemption.unmet.ecommerce-off':
    "L'e-commerce est suivi : désactivez-le dans les réglages du site sur Matomo.",
  'matomo.exemption.unmet.user-id-off':
    "Un identifiant d'utilisateur est transmis : retirez `setUserId` du code de suivi.",
  'matomo.exemption.unmet.heatmaps-off':
    'Une carte de chaleur est active : arrêtez-la sur Matomo.',
  'matomo.exemption.unmet.session-recording-off':
    'Des sessions sont enregistrées : arrêtez cela sur Matomo.',
  'matomo.exemption.unmet.visitor-log-off':
    'Le journal des visites montre chaque visiteur : désactivez-le, avec les profils, dans les réglages du site sur Matomo.',
  'matomo.exemption.check.ecommerce-off':
    "À vérifier, car Matomo ne le dit pas au portail : l'e-commerce n'est pas suivi.",
  'matomo.exemption.check.user-id-off':
    "À vérifier, car Matomo ne le dit pas au portail : le code de suivi n'appelle pas `setUserId`.",
  'matomo.exemption.check.heatmaps-off':
    "À vérifier, car Matomo ne le dit pas au portail : aucune carte de chaleur n'est active.",
  'matomo.exemption.check.session-recording-off':
    "À vérifier, car Matomo ne le dit pas au portail : aucune session n'est enregistrée.",
  'matomo.exemption.check.visitor-log-off':
    'À vérifier, car Matomo ne le dit pas au portail : le journal des visites est désactivé.',
  'matomo.exemption.check.ip-anonymised':
    'À vérifier : Matomo masque au moins deux octets des adresses IP (Vie privée › Anonymiser les données).',
  'matomo.exemption.check.third-party-cookies-off':
    'À vérifier : Matomo ne dépose pas de cookie tiers (`use_third_party_id_cookie = 0`).',
  'matomo.exemption.check.cross-domain-off':
    "À vérifier : le code de suivi n'appelle pas `enableCrossDomainLinking`.",
  'matomo.exemption.check.cookies-13-months':
    'À vérifier : les cookies durent 13 mois au plus, ou le code de suivi appelle `disableCookies`.',
  'matomo.exemption.check.retention-25-months':
    'À vérifier : les données sont supprimées après 25 mois au plus (Vie privée › Anonymiser les données).',
  'matomo.exemption.check.opt-out':
    "À vérifier : le site informe de ce suivi, et sa page permet de s'y opposer (`module=CoreAdminHome&action=optOut`).",
};
