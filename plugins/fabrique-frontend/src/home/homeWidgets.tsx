import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { ComponentType } from 'react';

/** The cards bring their own frame, whose title is in the reader's language. */
function WithoutFrame(props: { Content: ComponentType }) {
  return <props.Content />;
}

const componentProps = { Renderer: WithoutFrame };

/** What needs someone today, among one's own applications or in the whole fleet. */
const attentionWidget = HomePageWidgetBlueprint.make({
  name: 'attention',
  params: {
    name: 'FabriqueAttention',
    title: 'Needs attention today',
    description: 'The applications whose services have a problem',
    components: () =>
      import('./cards').then(cards => ({ Content: cards.AttentionCard })),
    componentProps,
  },
});

/** The applications of the person and their teams. */
const applicationsWidget = HomePageWidgetBlueprint.make({
  name: 'applications',
  params: {
    name: 'FabriqueApplications',
    title: 'Your applications',
    description: 'The applications that you and your teams own',
    components: () =>
      import('./cards').then(cards => ({ Content: cards.ApplicationsCard })),
    componentProps,
  },
});

/** The services that the teams share. */
const transverseServicesWidget = HomePageWidgetBlueprint.make({
  name: 'services',
  params: {
    name: 'FabriqueSharedServices',
    title: 'Shared services',
    description: 'Whether the services that all applications use answer',
    components: () =>
      import('./cards').then(cards => ({
        Content: cards.TransverseServicesCard,
      })),
    componentProps,
  },
});

/** The cards of the home page, in the order in which they are read. */
export const homeWidgets = [
  attentionWidget,
  applicationsWidget,
  transverseServicesWidget,
];
