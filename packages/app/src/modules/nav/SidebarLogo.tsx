import { Link, useSidebarOpenState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../words/portalTranslationRef';
import { LogoMark } from './LogoMark';
import classes from './SidebarLogo.module.css';

/** The sign of the portal above the menu, with its name where there is room. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  const { t } = useTranslationRef(portalTranslationRef);
  return (
    <Link
      to="/"
      underline="none"
      className={classes.logo}
      aria-label={t('nav.home')}
    >
      <LogoMark />
      {isOpen && <span className={classes.name}>Fabrique</span>}
    </Link>
  );
}
