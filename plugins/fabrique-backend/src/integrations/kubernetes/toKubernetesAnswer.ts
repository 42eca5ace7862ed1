import {
  Environment,
  KubernetesView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { KubernetesNamespace } from '@socialgouv/backstage-plugin-fabrique-node';
import { createPlaceFinder, KubernetesPlace } from './createPlaceFinder';
import {
  KubernetesAnswers,
  KubernetesObjectLists,
  toKubernetesView,
} from './toKubernetesView';

/** What runs in one cluster: of each place in which something runs, its view. */
export interface KubernetesAnswer {
  places: (KubernetesPlace & { view: KubernetesView })[];
  /** View of a place in which nothing runs. */
  nothing: KubernetesView;
}

/** Makes the views of all environments and review branches that a cluster holds. */
export function toKubernetesAnswer(
  answers: KubernetesAnswers & {
    /** Environments that live in this cluster. */
    candidates: Environment[];
    namespaces: KubernetesNamespace[];
  },
): KubernetesAnswer {
  const { objects, candidates, namespaces } = answers;
  const all = Object.values(objects).flat();
  const findPlace = createPlaceFinder({ candidates, objects: all, namespaces });
  const places = new Map(
    all.map(object => {
      const place = findPlace(object);
      return [toKey(place), place];
    }),
  );
  const viewOf = (wanted?: KubernetesPlace) =>
    toKubernetesView({
      ...answers,
      objects: mapLists(objects, list =>
        list.filter(
          object => wanted && toKey(findPlace(object)) === toKey(wanted),
        ),
      ),
    });
  return {
    places: [...places.values()].map(place => ({
      ...place,
      view: viewOf(place),
    })),
    nothing: viewOf(undefined),
  };
}

/** The view of one place. */
export function findKubernetesView(
  { places, nothing }: KubernetesAnswer,
  wanted: KubernetesPlace,
): KubernetesView {
  const key = toKey(wanted);
  return places.find(place => toKey(place) === key)?.view ?? nothing;
}

function toKey({ environment, branch }: KubernetesPlace): string {
  return JSON.stringify([environment, branch]);
}

function mapLists(
  lists: KubernetesObjectLists,
  change: <T extends KubernetesObjectLists['Pod'][number]>(list: T[]) => T[],
): KubernetesObjectLists {
  return Object.fromEntries(
    Object.entries(lists).map(([kind, list]) => [kind, change(list as never)]),
  ) as KubernetesObjectLists;
}
