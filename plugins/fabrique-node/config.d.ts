export interface Config {
  fabrique?: {
    /** GitHub; without it the portal shows no GitHub card content. */
    github?: {
      /**
       * Host of the entry of `integrations.github` that holds the credentials. Defaults to github.com.
       */
      host?: string;
      /** Owner of the repositories that the portal creates, and of the shared CI: `SocialGouv`. */
      organization: string;
    };
    /** GitLab; without it the portal shows no GitLab card content. */
    gitlab?: {
      /**
       * Host of the entry of `integrations.gitlab` that holds the credentials. Defaults to gitlab.com.
       */
      host?: string;
      /** Group in which the mirrors live: `SocialGouv`. */
      group: string;
    };
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
    /** Matomo; without it the portal shows no Matomo card content. */
    matomo?: {
      /** Address of Matomo, for example https://matomo.fabrique.social.gouv.fr. */
      baseUrl: string;
      /**
       * Authentication token (`token_auth`) of a user with `view` access to the sites; the actions
       * that create sites want a superuser's.
       * @visibility secret
       */
      token: string;
    };
    /** Grafana; without it the portal shows no Grafana card content. */
    grafana?: {
      /** Address of Grafana, for example https://grafana.fabrique.social.gouv.fr. */
      baseUrl: string;
      /**
       * Token of a service account with the role Viewer.
       * @visibility secret
       */
      token: string;
    };
  };
}
