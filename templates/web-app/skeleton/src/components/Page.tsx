import type { ReactNode } from 'react';

/** Une page de texte : un titre, puis une colonne de lecture. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="fr-container fr-py-6w">
      <div className="fr-grid-row">
        <div className="fr-col-12 fr-col-lg-9">
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </div>
  );
}
