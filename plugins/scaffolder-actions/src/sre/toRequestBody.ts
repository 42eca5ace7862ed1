/** What a request to the SRE team says. */
export interface SreRequest {
  /** `SocialGouv/domifa` */
  application: string;
  /** Page of the application's repository. */
  applicationUrl: string;
  /** Ref of the person who asks. */
  person?: string;
  description: string;
  /** More facts, by what they are: `Environnements: prod`. */
  details: Record<string, string>;
  /** What is to be made, one line each. */
  plan: string[];
}

/** Text of the issue, in the team's language, without the mark of its owner. */
export function toRequestBody(request: SreRequest): string {
  const rows = [
    ['Application', `[${request.application}](${request.applicationUrl})`],
    ...(request.person ? [['Demandé par', `\`${request.person}\``]] : []),
    ...Object.entries(request.details).map(([name, value]) => [
      toCell(name),
      toCell(value),
    ]),
  ];
  return [
    '| | |\n| --- | --- |',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    request.description.trim(),
    ...(request.plan.length > 0
      ? ['', '### À faire', '', ...request.plan.map(line => `- [ ] ${line}`)]
      : []),
    '',
    '_Demande faite depuis le portail ; elle y est suivie sur la page de l’application jusqu’à la fermeture de ce ticket._',
  ].join('\n');
}

/** One cell of a table: no line breaks, no column marks. */
function toCell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}
