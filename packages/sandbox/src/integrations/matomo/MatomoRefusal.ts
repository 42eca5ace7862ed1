/** Matomo's way to say no: HTTP 200 with `{"result":"error"}` and these words. */
export class MatomoRefusal extends Error {}
