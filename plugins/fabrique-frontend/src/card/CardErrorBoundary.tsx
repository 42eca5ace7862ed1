import { Text } from '@backstage/ui';
import { Component, ReactNode } from 'react';
import { useWords } from '../words/useWords';

/** Keeps a content that cannot be drawn from taking the other cards with it. */
export class CardErrorBoundary extends Component<
  { service: string; children: ReactNode },
  { hasFailed: boolean }
> {
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  state = { hasFailed: false };

  render() {
    return this.state.hasFailed ? (
      <Undrawable service={this.props.service} />
    ) : (
      this.props.children
    );
  }
}

function Undrawable(props: { service: string }) {
  const { t, serviceTitle } = useWords();
  return (
    <Text as="p" variant="body-medium">
      {t('card.undrawable', { service: serviceTitle(props.service) })}
    </Text>
  );
}
