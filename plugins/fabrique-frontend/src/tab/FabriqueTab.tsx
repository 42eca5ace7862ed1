import { Text } from '@backstage/ui';
import { CSSProperties, Suspense } from 'react';
import { CardErrorBoundary } from '../card/CardErrorBoundary';
import { CardSkeleton } from '../card/CardSkeleton';
import {
  FabriqueCard,
  FabriqueCardContentProps,
} from '../card/FabriqueCardBlueprint';
import { CardResult, ServiceCardFrame } from '../card/ServiceCardFrame';
import { ScopeNote } from '../card/ScopeNote';
import { PortalFailure } from '../overview/PortalFailure';
import { EnvironmentSelection } from '../overview/EnvironmentSelection';
import { MissingBranch } from '../overview/MissingBranch';
import { useEnvironmentSelection } from '../overview/useEnvironmentSelection';
import { useOverview } from '../overview/useOverview';
import { useWords } from '../words/useWords';
import classes from './FabriqueTab.module.css';
import { FoldedServices } from './FoldedServices';
import { TabSection, toSections } from './sections';
import { TabHeader } from './TabHeader';

/** All services of an entity in one environment, or of one review branch. */
export function FabriqueTab(props: { cards: FabriqueCard[] }) {
  const [selection, setSelection] = useEnvironmentSelection();
  const { data, error, dataUpdatedAt, isFetching, refetch } =
    useOverview(selection);
  // A branch that is not there any more shows what dev shows.
  const shown = data ?? selection;
  return (
    <div className={classes.tab}>
      <TabHeader
        selection={selection}
        onSelectionChange={setSelection}
        overview={data}
        updatedAt={dataUpdatedAt}
        isRefreshing={isFetching}
        onRefresh={refetch}
      />
      <MissingBranch overview={data} />
      {error && <PortalFailure error={error} onRetry={refetch} />}
      {(data || !error) &&
        toSections(props.cards, data).map(section => (
          <Section key={section.id} section={section} shown={shown} />
        ))}
    </div>
  );
}

function Section(props: { section: TabSection; shown: EnvironmentSelection }) {
  const { shown } = props;
  const { t } = useWords();
  const { id, cards, notLinked, notConfigured } = props.section;
  return (
    <section className={classes.section} aria-labelledby={`fabrique-${id}`}>
      <Text
        as="h2"
        id={`fabrique-${id}`}
        variant="title-x-small"
        className={classes.heading}
      >
        {t(`section.${id}`)}
      </Text>
      {cards.length > 0 && (
        <div className={classes.cards} style={toColumns(cards.length)}>
          {cards.map(({ card, result }) => (
            <ServiceCardFrame
              key={card.service}
              service={card.service}
              icon={card.icon}
              result={result}
            >
              {result?.state === 'ok' && (
                <>
                  <CardContent card={card} result={result} shown={shown} />
                  <ScopeNote
                    service={card.service}
                    scope={result.scope}
                    shown={shown}
                  />
                </>
              )}
            </ServiceCardFrame>
          ))}
        </div>
      )}
      <FoldedServices notLinked={notLinked} notConfigured={notConfigured} />
    </section>
  );
}

/** Three columns where they fill the rows, else two: four cards stand two by two, none alone. */
function toColumns(count: number): CSSProperties {
  return { '--columns': count % 3 === 0 ? 3 : 2 } as CSSProperties;
}

function CardContent(props: {
  card: FabriqueCard;
  result: Extract<CardResult, { state: 'ok' }>;
  shown: EnvironmentSelection;
}) {
  const { card, result, shown } = props;
  const { Content } = card;
  // The blueprint ties the view's type to the id of the service, which is lost in the list of all cards.
  const contentProps = {
    view: result.view,
    verdict: result.verdict,
    environment: shown.environment,
    branch: shown.branch,
  } as FabriqueCardContentProps<never>;
  return (
    <CardErrorBoundary key={card.service} service={card.service}>
      <Suspense fallback={<CardSkeleton />}>
        <Content {...contentProps} />
      </Suspense>
    </CardErrorBoundary>
  );
}
