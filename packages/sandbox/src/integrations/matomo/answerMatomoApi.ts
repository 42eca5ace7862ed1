import { matomoMethods, MatomoParams } from './matomoMethods';
import { MatomoRefusal } from './MatomoRefusal';
import { MatomoState } from './MatomoState';

/** Reads `a=1&urls[0]=x&urls[1]=y` as PHP does: names with brackets are lists. */
export function toMatomoParams(entries: URLSearchParams): MatomoParams {
  const params: MatomoParams = {};
  for (const [key, value] of entries) {
    const [, list] = /^(\w+)\[\w*\]$/.exec(key) ?? [];
    if (!list) {
      params[key] = value;
      continue;
    }
    const known = params[list];
    params[list] = Array.isArray(known) ? [...known, value] : [value];
  }
  return params;
}

/** Answers one call of the API, or many at once; what Matomo refuses is an answer, too. */
export function answerMatomoApi(
  state: MatomoState,
  params: MatomoParams,
): unknown {
  const method = typeof params.method === 'string' ? params.method : '';
  if (method === 'API.getBulkRequest') {
    const urls = Array.isArray(params.urls) ? params.urls : [];
    return urls.map(url =>
      answerMatomoApi(
        state,
        toMatomoParams(new URLSearchParams(url.replace(/^\?/, ''))),
      ),
    );
  }
  try {
    return findMethod(method)(state, params);
  } catch (error) {
    if (!(error instanceof MatomoRefusal)) throw error;
    return { result: 'error', message: error.message };
  }
}

function findMethod(method: string) {
  const found = Object.hasOwn(matomoMethods, method)
    ? matomoMethods[method]
    : undefined;
  if (found) return found;
  const [module, name] = method.split('.');
  const modules = Object.keys(matomoMethods).map(key => key.split('.')[0]);
  throw new MatomoRefusal(
    modules.includes(module)
      ? `The method '${name}' does not exist or is not available in the module '\\Piwik\\Plugins\\${module}\\API'.`
      : `The plugin '${module}' is not enabled. You can activate the plugin on Settings > Plugins page in Matomo.`,
  );
}
