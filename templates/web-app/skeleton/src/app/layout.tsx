import { createGetHtmlAttributes, DsfrHeadBase } from '@codegouvfr/react-dsfr/next-app-router/server-only-index';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Dsfr } from '@/components/Dsfr';
import { Matomo } from '@/components/Matomo';
import { PageFooter } from '@/components/PageFooter';
import { PageHeader } from '@/components/PageHeader';
import { readSettings } from '@/server/settings';
import service from '../../service.json';

const { getHtmlAttributes } = createGetHtmlAttributes({ defaultColorScheme: 'system' });

export const metadata: Metadata = {
  title: { default: service.title, template: `%s – ${service.title}` },
  description: service.description,
};

export default async function Layout({ children }: { children: ReactNode }) {
  const { matomo, storage } = readSettings();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html {...getHtmlAttributes({ lang: 'fr' })} lang="fr">
      <head>
        <DsfrHeadBase
          Link={Link}
          nonce={nonce}
          preloadFonts={['Marianne-Regular', 'Marianne-Medium', 'Marianne-Bold']}
        />
      </head>
      <body>
        <Dsfr>
          <PageHeader hasFiles={storage !== undefined} />
          <main id="contenu" tabIndex={-1}>
            {children}
          </main>
          <PageFooter />
        </Dsfr>
        {matomo && <Matomo {...matomo} nonce={nonce} />}
      </body>
    </html>
  );
}
