import {
  AnnotationFindingCode,
  findingWords,
  LocalizedText,
} from '@socialgouv/backstage-plugin-fabrique-common';

const entries = Object.entries(findingWords) as [
  AnnotationFindingCode,
  LocalizedText,
][];

/** What can be wrong with an annotation, said with the words of `fabrique lint`. */
export const findingMessages = {
  finding: Object.fromEntries(
    entries.map(([code, { en }]) => [code, en]),
  ) as Record<AnnotationFindingCode, string>,
};

/** French of `findingMessages`. */
export const frFindings = Object.fromEntries(
  entries.map(([code, { fr }]) => [`finding.${code}`, fr]),
) as Record<`finding.${AnnotationFindingCode}`, string>;
