import { Link, VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import { useWords } from '../words/useWords';

/** A link that leaves the portal: opens beside it, and says so to screen readers. */
export function ToolLink(props: {
  href: string;
  children: ReactNode;
  className?: string;
  standalone?: boolean;
}) {
  const { t } = useWords();
  return (
    <Link
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      variant="body-small"
      standalone={props.standalone}
      className={props.className}
    >
      {props.children}
      <VisuallyHidden> {t('card.newTab')}</VisuallyHidden>
    </Link>
  );
}
