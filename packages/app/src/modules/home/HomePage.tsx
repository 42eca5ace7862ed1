import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import {
  ButtonLink,
  Card,
  CardBody,
  CardFooter,
  Container,
  Text,
} from '@backstage/ui';
import { RiAddLine, RiArrowRightLine } from '@remixicon/react';
import { Fragment } from 'react';
import { portalTranslationRef } from '../words/portalTranslationRef';
import classes from './HomePage.module.css';

/** Where one arrives: what needs a look, one's own applications, and where to create or find one. */
export function HomePage(props: HomePageLayoutProps) {
  const { t } = useTranslationRef(portalTranslationRef);
  // Of the cards that plugins offer (jokes, clocks…), this portal shows those of the Fabrique.
  const widgets = props.widgets.filter(
    ({ node }) => node.spec.plugin.pluginId === 'fabrique',
  );
  return (
    <Container className={classes.page}>
      <main className={classes.main}>
        <header className={classes.header}>
          <Text as="h1" variant="title-medium" weight="bold">
            {t('home.title')}
          </Text>
          <Text as="p" variant="body-large" color="secondary">
            {t('home.lead')}
          </Text>
        </header>
        {widgets.length > 0 && (
          <div className={classes.widgets}>
            {widgets.map(({ node, component }) => (
              <Fragment key={node.spec.id}>{component}</Fragment>
            ))}
          </div>
        )}
        <div className={classes.choices}>
          <Choice
            title={t('home.createTitle')}
            text={t('home.createText')}
            action={
              <ButtonLink
                href="/create"
                variant="primary"
                size="medium"
                iconStart={<RiAddLine />}
              >
                {t('home.createAction')}
              </ButtonLink>
            }
          />
          <Choice
            title={t('home.catalogTitle')}
            text={t('home.catalogText')}
            action={
              <ButtonLink
                href="/catalog"
                variant="secondary"
                size="medium"
                iconEnd={<RiArrowRightLine />}
              >
                {t('home.catalogAction')}
              </ButtonLink>
            }
          />
        </div>
      </main>
    </Container>
  );
}

function Choice(props: { title: string; text: string; action: JSX.Element }) {
  return (
    <Card>
      <CardBody className={classes.choice}>
        <Text as="h2" variant="title-x-small" weight="bold">
          {props.title}
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {props.text}
        </Text>
      </CardBody>
      <CardFooter>{props.action}</CardFooter>
    </Card>
  );
}
