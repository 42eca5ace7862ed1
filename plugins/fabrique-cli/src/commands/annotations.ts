import {
  AnnotationDefinition,
  integrationAnnotations,
  IntegrationId,
  localize,
  LocalizedText,
  portalAnnotations,
  toAnnotationLine,
  verdictWords,
} from '@socialgouv/backstage-plugin-fabrique-common';

const words = {
  title: { en: 'Annotations', fr: 'Annotations' },
  introduction: {
    en: 'What the portal reads below `metadata.annotations` of `catalog-info.yaml`. Every value is a text: numbers go between quotes. `npx fabrique lint` checks a file, and the page of an entity shows what is wrong.',
    fr: "Ce que le portail lit sous `metadata.annotations` de `catalog-info.yaml`. Chaque valeur est un texte : les nombres vont entre guillemets. `npx fabrique lint` vérifie un fichier, et la page d'une entité montre ce qui ne va pas.",
  },
  portal: { en: 'The portal itself', fr: 'Le portail lui-même' },
  links: {
    en: '(this one links the application to the service)',
    fr: "(c'est elle qui relie l'application au service)",
  },
  pattern: { en: 'Form:', fr: 'Forme :' },
  perEnvironment: {
    en: 'May differ between environments: `{{name}}.prod`, `.preprod` and `.dev` go before it there.',
    fr: "Peut différer d'un environnement à l'autre : `{{name}}.prod`, `.preprod` et `.dev` y passent avant elle.",
  },
} satisfies Record<string, LocalizedText>;

/** The reference of all annotations, as Markdown. */
export function describeAnnotations(language: string): string {
  const say = (text: LocalizedText) => localize(text, language);
  const services = Object.entries(integrationAnnotations) as [
    IntegrationId,
    readonly AnnotationDefinition[],
  ][];
  return [
    `# ${say(words.title)}`,
    say(words.introduction),
    ...services.flatMap(([id, definitions]) => [
      `## ${say({
        en: verdictWords.en[id].title,
        fr: verdictWords.fr[id].title,
      })}`,
      ...definitions.map((one, index) => describe(one, index === 0)),
    ]),
    `## ${say(words.portal)}`,
    ...portalAnnotations.map(one => describe(one, false)),
  ].join('\n\n');

  function describe(definition: AnnotationDefinition, links: boolean): string {
    const { name, title, description, pattern, example } = definition;
    return [
      `### \`${name}\``,
      `${say(title)}${links ? ` ${say(words.links)}` : ''}. ${say(
        description,
      )}`,
      `\`\`\`yaml\n${toAnnotationLine(name, example)}\n\`\`\``,
      `${say(words.pattern)} \`${pattern}\``,
      ...(definition.perEnvironment
        ? [say(words.perEnvironment).replace('{{name}}', name)]
        : []),
    ].join('\n\n');
  }
}
