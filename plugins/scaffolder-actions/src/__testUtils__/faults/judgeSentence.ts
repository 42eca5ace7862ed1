import { JsonValue } from '@backstage/types';
import { FaultKind } from './faultKinds';

/** What is wrong with the sentence with which an action stops; empty when it is good. */
export function judgeSentence(
  sentence: string,
  wanted: { actionId: string; words: string; kind: FaultKind },
  secrets: readonly string[],
): string[] {
  const { actionId, words, kind } = wanted;
  const [step, ...rest] = sentence.split(': ');
  const held = secrets.flatMap(secret =>
    sentence.includes(secret) ? ['holds a secret'] : [],
  );
  if (kind.isAnswer && isMissing(sentence, actionId)) return held;
  return [
    ...(step.startsWith(`${actionId} `) && rest.length > 0
      ? []
      : ['does not begin with the step']),
    ...(/ (stopped at|waits at|waits to look at|could not (look at|ask)) \S/.test(
      step,
    )
      ? []
      : ['does not name the resource']),
    ...(kind.isSilent ||
    sentence.includes(words) ||
    isSignIn(sentence) ||
    isPush(sentence)
      ? []
      : ["lacks the upstream's words"]),
    ...(kind.says.test(sentence) ? [] : [`does not say ${kind.says}`]),
    ...(/\. [A-Z][^.]* (again|again then)\b|may ask again at/.test(sentence)
      ? []
      : ['does not say what to do']),
    ...(/undefined|\[object|caused by|<url>/.test(sentence)
      ? ['holds what is no sentence']
      : []),
    ...held,
  ];
}

/** By 404, systems say that they lack what the step relies on: it says so in words of its own. */
function isMissing(sentence: string, actionId: string): boolean {
  return (
    (/^ (stopped at |could not look at |stopped before anything was changed\. )/.test(
      sentence.slice(actionId.length),
    ) ||
      // All that is wrong with a name is told at once, by the step that only looks.
      /^The application '[^']+' cannot be created, and nothing was\. /.test(
        sentence,
      )) &&
    /[.:] (The repository \S+ does not exist, or has no branch with commits\. Check its name|GitLab has no project \S+|There is nothing to mirror|GitHub has no repository|GitHub organization \S+ has no team|NextCloud has no folder|\S+ has no (file|database|storage account))|name already exists/.test(
      sentence,
    )
  );
}

/** The library that signs in to Azure and Office 365 gives a status, and none of the words. */
function isSignIn(sentence: string): boolean {
  return / sign in: (HTTP \d+[.,]|unexpected answer)/.test(sentence);
}

/** The client of git keeps the body of a refused push to itself. */
function isPush(sentence: string): boolean {
  return /: GitHub push: HTTP \d+ \("(Unauthorized|Forbidden)"\)/.test(
    sentence,
  );
}

const secretName = /(token|password|secret|key)$/i;

/** Every secret of a configuration, by the names of its keys, also as Basic sends it. */
export function findSecrets(config: JsonValue | undefined): string[] {
  if (typeof config !== 'object' || config === null) return [];
  return Object.entries(config).flatMap(([name, value]) =>
    // Shorter ones are words that stand in any text.
    typeof value === 'string' && value.length > 8 && secretName.test(name)
      ? [value, Buffer.from(value).toString('base64')]
      : findSecrets(value),
  );
}
