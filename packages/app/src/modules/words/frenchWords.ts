import { coreComponentsTranslationRef } from '@backstage/core-components';
import {
  TranslationMessages,
  TranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogTranslationRef } from '@backstage/plugin-catalog';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';
import { homeTranslationRef } from '@backstage/plugin-home';
import { kubernetesTranslationRef } from '@backstage/plugin-kubernetes';
import { kubernetesReactTranslationRef } from '@backstage/plugin-kubernetes-react';
import { notificationsTranslationRef } from '@backstage/plugin-notifications';
import { orgTranslationRef } from '@backstage/plugin-org';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react';
import { searchTranslationRef } from '@backstage/plugin-search';
import { searchReactTranslationRef } from '@backstage/plugin-search-react';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';

/** The sentences of one part of Backstage, and where their French is. */
export interface FrenchWords {
  ref: TranslationRef;
  /** Loads the French when somebody reads French. */
  load: () => Promise<{ default: TranslationMessages }>;
}

/** Every part of Backstage that the portal shows in French. */
export const frenchWords: FrenchWords[] = [
  {
    ref: coreComponentsTranslationRef,
    load: () => import('./french/coreComponents'),
  },
  { ref: catalogTranslationRef, load: () => import('./french/catalog') },
  {
    ref: catalogReactTranslationRef,
    load: () => import('./french/catalogReact'),
  },
  {
    ref: catalogGraphTranslationRef,
    load: () => import('./french/catalogGraph'),
  },
  { ref: homeTranslationRef, load: () => import('./french/home') },
  { ref: kubernetesTranslationRef, load: () => import('./french/kubernetes') },
  {
    ref: kubernetesReactTranslationRef,
    load: () => import('./french/kubernetesReact'),
  },
  {
    ref: notificationsTranslationRef,
    load: () => import('./french/notifications'),
  },
  { ref: orgTranslationRef, load: () => import('./french/org') },
  { ref: scaffolderTranslationRef, load: () => import('./french/scaffolder') },
  {
    ref: scaffolderReactTranslationRef,
    load: () => import('./french/scaffolderReact'),
  },
  { ref: searchTranslationRef, load: () => import('./french/search') },
  {
    ref: searchReactTranslationRef,
    load: () => import('./french/searchReact'),
  },
  {
    ref: userSettingsTranslationRef,
    load: () => import('./french/userSettings'),
  },
];
