'use client';

import { usePathname } from 'next/navigation';
import Script from 'next/script';
import { useEffect } from 'react';

interface MatomoProps {
  url: string;
  siteId: string;
  nonce?: string;
}

declare global {
  interface Window {
    _paq?: unknown[][];
  }
}

/** Compte les visites, sans témoin de connexion : la mesure est exemptée de consentement. */
export function Matomo({ url, siteId, nonce }: MatomoProps) {
  const pathname = usePathname();
  useEffect(() => {
    const queue = (window._paq ??= []);
    if (queue.length === 0) {
      queue.push(
        ['disableCookies'],
        ['setTrackerUrl', `${url}/matomo.php`],
        ['setSiteId', siteId],
        ['enableLinkTracking'],
      );
    }
    // Le chemin seul : les paramètres d'une adresse peuvent dire quelque chose d'une personne.
    queue.push(
      ['setCustomUrl', `${window.location.origin}${pathname}`],
      ['setDocumentTitle', document.title],
      ['trackPageView'],
    );
  }, [pathname, siteId, url]);
  return <Script nonce={nonce} src={`${url}/matomo.js`} strategy="afterInteractive" />;
}
