export interface Config {
  fabrique?: {
    /** Sentry; without it the portal shows no Sentry card content. */
    sentry?: {
      /** Address of Sentry, for example https://sentry.fabrique.social.gouv.fr. */
      baseUrl: string;
      /** Slug of the organization in which projects are looked up when an annotation names none. */
      organization: string;
      /**
       * Token of an internal integration with `project:read`, `event:read` and `org:read`; the actions
       * that create projects want `project:write` and `team:write` too.
       * @visibility secret
       */
      token: string;
      /**
       * Names that Sentry environments bear in each environment of the Fabrique. Defaults to
       * `dev`/`development`, `preprod`/`preproduction`/`staging` and `prod`/`production`.
       */
      environmentNames?: {
        dev?: string[];
        preprod?: string[];
        prod?: string[];
      };
    };
  };
}
