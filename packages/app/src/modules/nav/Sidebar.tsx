import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  NavContentBlueprint,
  NavContentComponentProps,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { RiAddCircleLine, RiMenuLine, RiSearchLine } from '@remixicon/react';
import { portalTranslationRef } from '../words/portalTranslationRef';
import { SidebarLogo } from './SidebarLogo';

export const sidebar = NavContentBlueprint.make({
  params: { component: props => <PortalSidebar {...props} /> },
});

function PortalSidebar({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(portalTranslationRef);
  // The titles of pages cannot be translated; those of the portal's main pages are worded here.
  const titles: Record<string, string | undefined> = {
    'page:home': t('nav.home'),
    'page:catalog': t('nav.catalog'),
    'page:fabrique': t('nav.fabrique'),
    'page:user-settings': t('nav.settings'),
    'page:app-visualizer': t('nav.visualizer'),
    'page:catalog-graph': t('nav.graph'),
  };
  const nav = navItems.withComponent(item => (
    <SidebarItem
      icon={() => item.icon}
      to={item.href}
      text={titles[item.node.spec.id] ?? item.title}
    />
  ));
  // Search and notifications have items of their own below; creating an application too.
  nav.take('page:search');
  nav.take('page:notifications');
  nav.take('page:scaffolder');
  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarGroup
        label={t('nav.search')}
        icon={<RiSearchLine />}
        to="/search"
      >
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label={t('nav.menu')} icon={<RiMenuLine />}>
        {nav.take('page:home')}
        {nav.take('page:catalog')}
        {nav.take('page:fabrique')}
        <SidebarItem
          icon={() => <RiAddCircleLine />}
          to="/create"
          text={t('nav.create')}
        />
        <SidebarDivider />
        <SidebarScrollWrapper>
          {nav.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsSidebarItem text={t('nav.notifications')} />
      <SidebarDivider />
      <SidebarGroup
        label={t('nav.settings')}
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {nav.take('page:app-visualizer')}
        {nav.take('page:user-settings')}
      </SidebarGroup>
    </Sidebar>
  );
}
