'use client';

import { DsfrProviderBase, StartDsfrOnHydration } from '@codegouvfr/react-dsfr/next-app-router';
import { SkipLinks } from '@codegouvfr/react-dsfr/SkipLinks';
import Link from 'next/link';
import type { ReactNode } from 'react';

declare module '@codegouvfr/react-dsfr/next-app-router' {
  interface RegisterLink {
    Link: typeof Link;
  }
}

/** Met en route les composants du Système de design de l'État. */
export function Dsfr({ children }: { children: ReactNode }) {
  return (
    <DsfrProviderBase lang="fr" Link={Link} defaultColorScheme="system" doCheckNonce>
      <StartDsfrOnHydration />
      <SkipLinks
        links={[
          { label: 'Contenu', anchor: '#contenu' },
          { label: 'Menu', anchor: '#menu' },
          { label: 'Pied de page', anchor: '#pied-de-page' },
        ]}
      />
      {children}
    </DsfrProviderBase>
  );
}
