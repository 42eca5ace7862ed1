import { Entity } from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import { LocatedFinding } from '@socialgouv/backstage-plugin-fabrique-common';
import { Quiet } from '../card/Quiet';
import { ToolLink } from '../card/ToolLink';
import { CodeToCopy } from '../words/CodeToCopy';
import { Sentence } from '../words/Sentence';
import { useWords } from '../words/useWords';
import classes from './AnnotationFindings.module.css';
import { toSourceFile } from './toSourceFile';

/** What is wrong with the annotations of an entity: where, why, and what to write instead. */
export function AnnotationFindings(props: {
  entity: Entity;
  findings: LocatedFinding[];
}) {
  const { t, finding: describe } = useWords();
  const file = toSourceFile(props.entity);
  return (
    <ul className={classes.list}>
      {props.findings.map(finding => (
        <li key={finding.path.join(' ')}>
          <Text as="p" variant="body-medium">
            <Sentence>{describe(finding)}</Sentence>
          </Text>
          {finding.rightForm && (
            <CodeToCopy
              code={finding.rightForm}
              label={t('annotations.copy', { name: finding.params.name })}
            />
          )}
          <Place file={file} line={finding.line} />
        </li>
      ))}
    </ul>
  );
}

function Place(props: {
  file: ReturnType<typeof toSourceFile>;
  line?: number;
}) {
  const { t } = useWords();
  const { name, url } = props.file;
  const { line } = props;
  const place = line
    ? t('annotations.line', { file: name, line })
    : t('annotations.file', { file: name });
  return (
    <Quiet as="p">
      {url ? (
        <ToolLink href={line ? `${url}#L${line}` : url}>{place}</ToolLink>
      ) : (
        place
      )}
    </Quiet>
  );
}
