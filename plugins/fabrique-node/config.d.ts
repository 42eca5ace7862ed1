import { HumanDuration } from '@backstage/types';

export interface Config {
  fabrique?: {
    /**
     * Group that `approval: ops` of an action means. Defaults to `group:default/sre`.
     */
    opsGroup?: string;

    /** Where people ask the SRE team for what no action makes; without it, they cannot ask from the portal. */
    support?: {
      /** Repository, `owner/name` on the GitHub of `fabrique.github`, whose issues are the requests. */
      repository: string;
      /** Label of the requests that come from the portal. Defaults to `portail`. */
      label?: string;
    };

    /**
     * What the actions may be asked. Without rules everything may.
     */
    policy?: Array<{
      /** Names the rule in the message of a refusal: `small servers only`. */
      title: string;
      /** Ids of the actions that it counts for: `fabrique:azure:postgres:ensure`. */
      actions: string[];
      /**
       * Fields of the actions' input and what they may be; of a list, each item. A field that is left out
       * of the input breaks no rule. Without any field, the actions are for nobody but `except`.
       */
      input?: {
        [field: string]: {
          /** The only values allowed. */
          allowed?: Array<string | number | boolean>;
          /** Regular expression that the whole value must match. */
          pattern?: string;
          /** Largest number allowed. */
          max?: number;
          /** What the fields of an object may be, or of each object in a list. */
          fields?: {
            [field: string]: {
              /** The only values allowed. */
              allowed?: Array<string | number | boolean>;
              /** Regular expression that the whole value must match. */
              pattern?: string;
              /** Largest number allowed. */
              max?: number;
            };
          };
        };
      };
      /** People and groups to whom it does not apply, as entity references. Nobody by default. */
      except?: string[];
      /** Who can grant an exception, for the message of a refusal. */
      grantedBy: string;
    }>;

    /**
     * How many things of a type an application may have. Without quotas, as many as are asked for.
     */
    quotas?: Array<{
      /** Names the quota in the message of a refusal: `six databases`. */
      title: string;
      /** Type of the ledger, which is that of the catalog's resources: `postgres-database`. */
      type: string;
      /** How many one application may have. */
      max: number;
      /** People and groups to whom it does not apply, as entity references. Nobody by default. */
      except?: string[];
      /** Who can grant an exception, for the message of a refusal. */
      grantedBy: string;
    }>;

    /**
     * Conventions by which everything of an application is named: `gen1-azure` (GitLab, Azure) or
     * `gen2-ovh` (GitHub Actions, kontinuous, OVH). Defaults to `gen1-azure`.
     * @visibility frontend
     */
    preset?: 'gen1-azure' | 'gen2-ovh';
    /** What of the names differs from the preset. */
    names?: {
      /** Domain below which the applications of each environment have their hosts. */
      baseDomains?: {
        /**
         * Defaults to dev2.fabrique.social.gouv.fr, or ovh.fabrique.social.gouv.fr.
         * @visibility frontend
         */
        dev?: string;
        /**
         * Defaults to that of dev.
         * @visibility frontend
         */
        preprod?: string;
        /**
         * Defaults to prod2.fabrique.social.gouv.fr, or fabrique.social.gouv.fr.
         * @visibility frontend
         */
        prod?: string;
      };
      /**
       * Whether databases live on the servers of `azure.postgres.servers`, which all applications
       * share, or on servers that bear the application's name. Defaults to `shared`.
       * @visibility frontend
       */
      databaseServer?: 'shared' | 'dedicated';
    };
    /** The services that the portal asks. */
    upstreams?: {
      /**
       * How long one call, with its retries, may take before its card says that there was no answer:
       * `10s`, or `{ seconds: 10 }`. Defaults to 10 seconds.
       */
      timeout?: string | HumanDuration;
    };
    /** The shared CI that new repositories use. */
    ci?: {
      /** Shared CI of GitLab. */
      sharedCi?: {
        /** Project of GitLab that has it. Defaults to `SocialGouv/gitlab-ci-yml`. */
        project?: string;
        /** Newest version, which new repositories include. Defaults to `v23.3.4`. */
        ref?: string;
      };
      /** Shared workflows of GitHub Actions, `socialgouv/workflows`. */
      sharedWorkflows?: {
        /** Newest version, which new repositories call. Defaults to `v1`. */
        ref?: string;
      };
    };
    /** Kubernetes, beside the clusters of the core `kubernetes:` block. */
    kubernetes?: {
      /** Name of the cluster that runs each environment. Defaults to those of the preset. */
      clusters?: {
        /** @visibility frontend */
        dev?: string;
        /** @visibility frontend */
        preprod?: string;
        /** @visibility frontend */
        prod?: string;
      };
      /**
       * Address of the certificate to which secrets of each cluster are sealed, by the name of the
       * cluster: https://kubeseal.dev2.fabrique.social.gouv.fr/v1/cert.pem.
       */
      sealedSecrets?: { [cluster: string]: string };
      /**
       * Addresses of other tools for what runs in a cluster, by the name of the cluster, with the
       * placeholder `{namespace}`; `workload` has `{kind}` (`deployment`) and `{name}` too.
       */
      links?: {
        [cluster: string]: {
          rancher?: string;
          'grafana-pods'?: string;
          'grafana-workloads'?: string;
          logs?: string;
          workload?: string;
        };
      };
    };
    /** Azure; without it the portal neither shows nor creates databases and storage. */
    azure?: {
      /** Address at which the portal signs in, where it is not https://login.microsoftonline.com. */
      authorityHost?: string;
      /** Address of the Resource Manager, where it is not https://management.azure.com. */
      resourceManagerUrl?: string;
      /** Address of the Azure portal, to which cards link. Defaults to https://portal.azure.com. */
      portalUrl?: string;
      /** Directory (tenant) of the application registration, a UUID. */
      tenantId: string;
      /** Application (client) id of the registration, a UUID. */
      clientId: string;
      /**
       * Secret of the registration, which needs the role Reader on the resource group to show what is
       * there, and Contributor to create.
       * @visibility secret
       */
      clientSecret: string;
      /** Subscription that has the resource group, a UUID. */
      subscriptionId: string;
      /** Resource group in which servers and storage accounts live. */
      resourceGroup: string;
      /** Region of new storage accounts: `francecentral`. */
      location: string;
      /**
       * Vault in which the portal keeps secrets that it makes: those of applications that ask for the sink
       * `azure-key-vault`, and the administrators of the servers that it creates. The registration needs the
       * role Key Vault Secrets Officer on it. Without it, the portal creates no server, only databases.
       */
      keyVault?: {
        /** Address of the vault: https://fabrique.vault.azure.net. */
        url: string;
      };
      /** Postgres flexible servers. */
      postgres?: {
        /** Port of all servers; a variable of the environment gives it as text. Defaults to 5432. */
        port?: number | string;
        /** Whether the certificates of the servers are checked. Defaults to true. */
        rejectUnauthorized?: boolean;
        /**
         * Address of a dashboard on a server, with the placeholders `{server}` and `{database}`:
         * https://grafana.example/d/postgres?var-server={server}. Without it, cards link to none.
         */
        dashboardUrl?: string;
        /**
         * Addresses from which the servers are reached that the portal creates for one application: those of
         * the clusters and of the portal itself. By default none, until somebody opens the server.
         */
        firewallRules?: Array<{
          name: string;
          /** First address of the range, IPv4. */
          startIpAddress: string;
          /** Last address of the range, IPv4. */
          endIpAddress: string;
        }>;
        /** The servers that applications share. */
        servers?: {
          /** Server of development and preproduction. */
          dev?: {
            /**
             * Name of the server in Azure, without its domain.
             * @visibility frontend
             */
            name: string;
            /** Role that may create roles and databases. */
            adminUser: string;
            /**
             * Password of that role.
             * @visibility secret
             */
            adminPassword: string;
          };
          /** Server of production. */
          prod?: {
            /**
             * Name of the server in Azure, without its domain.
             * @visibility frontend
             */
            name: string;
            /** Role that may create roles and databases. */
            adminUser: string;
            /**
             * Password of that role.
             * @visibility secret
             */
            adminPassword: string;
          };
        };
      };
      /** New storage accounts. */
      storage?: {
        /** Redundancy of new accounts. */
        sku?: {
          /** Defaults to `Standard_LRS`. */
          dev?: string;
          /** Defaults to `Standard_ZRS`. */
          prod?: string;
        };
        /** Days for which deleted blobs and containers can be brought back. */
        softDeleteDays?: {
          /** Defaults to 7. */
          dev?: number;
          /** Defaults to 30. */
          prod?: number;
        };
      };
    };
    /** GitHub; without it the portal shows no GitHub card content. */
    github?: {
      /**
       * Host of the entry of `integrations.github` that holds the credentials. Defaults to github.com.
       * @visibility frontend
       */
      host?: string;
      /**
       * Owner of the repositories that the portal creates, and of the shared CI: `SocialGouv`.
       * @visibility frontend
       */
      organization: string;
      /** Who may read the repositories that the portal creates. Defaults to `public`. */
      visibility?: 'public' | 'private';
    };
    /** GitLab; without it the portal shows no GitLab card content. */
    gitlab?: {
      /**
       * Host of the entry of `integrations.gitlab` that holds the credentials. Defaults to gitlab.com.
       * @visibility frontend
       */
      host?: string;
      /**
       * Group in which the mirrors live: `SocialGouv`.
       * @visibility frontend
       */
      group: string;
    };
    /** UppTime; without it the portal shows no UppTime card content. */
    upptime?: {
      /**
       * Address of the raw files of the repository in which UppTime writes, with its branch, for example
       * https://raw.githubusercontent.com/SocialGouv/upptime/master.
       */
      baseUrl: string;
      /** Address of UppTime's status page, for example https://socialgouv.github.io/upptime. */
      statusUrl: string;
      /**
       * Token of GitHub that may read the contents of the repository, where it is private.
       * @visibility secret
       */
      token?: string;
      /**
       * Repository, `owner/name` on the GitHub of `fabrique.github`, in which UppTime notes incidents as
       * issues, for example SocialGouv/upptime. Without it the card shows the days with an outage, and
       * not what happened.
       */
      repository?: string;
    };
    /** Tipimail; without it the portal shows no Tipimail card content. */
    tipimail?: {
      /** Address of the API with its version. Defaults to https://api.tipimail.com/v1. */
      baseUrl?: string;
      /** Where people look at what was sent. Defaults to https://app.tipimail.com. */
      appUrl?: string;
      /** User name of the account, as for SMTP. */
      apiUser: string;
      /**
       * Key of the account; Tipimail has none that only reads.
       * @visibility secret
       */
      apiKey: string;
      /**
       * Environments from which nothing is sent, as a mail catcher (maildev, Mailpit) keeps what
       * applications write: the card says so and Tipimail is not asked. Defaults to `[dev]`.
       */
      mailCatcherEnvironments?: ('dev' | 'preprod' | 'prod')[];
    };
    /** NextCloud; without it the portal shows no NextCloud card content. */
    nextcloud?: {
      /** Address of NextCloud, for example https://nextcloud.fabrique.social.gouv.fr. */
      baseUrl: string;
      /** Account of the portal, with which the shared folders of products are shared. */
      user: string;
      /**
       * An app password of that account.
       * @visibility secret
       */
      password: string;
    };
    /** Office 365; without it the portal shows no Office 365 card content. */
    office365?: {
      /** Address at which the portal signs in, where it is not https://login.microsoftonline.com. */
      authorityHost?: string;
      /** Address of Microsoft Graph, without its version. Defaults to https://graph.microsoft.com. */
      graphUrl?: string;
      /** Address of Outlook on the web. Defaults to https://outlook.office.com. */
      outlookUrl?: string;
      /** Directory (tenant) of the application registration, a UUID. */
      tenantId: string;
      /** Application (client) id of the registration, a UUID. */
      clientId: string;
      /**
       * Secret of the registration, which needs the application permissions GroupMember.Read.All,
       * User.ReadBasic.All and MailboxSettings.Read; and Group.ReadWrite.All for the action that makes
       * mailboxes.
       * @visibility secret
       */
      clientSecret: string;
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
      /** Number of the organization that the links open. Defaults to 1. */
      organizationId?: number;
      /**
       * Variables of the dashboards, which the links fill in, and labels of the alerts, by which those of
       * other environments are told.
       */
      variables?: {
        /** Defaults to `cluster`. */
        cluster?: string;
        /** Defaults to `namespace`. */
        namespace?: string;
        /** Defaults to `environment`. */
        environment?: string;
      };
      /**
       * How Grafana calls the cluster of each environment. Defaults to `fabrique.kubernetes.clusters`.
       */
      clusters?: { dev?: string; preprod?: string; prod?: string };
      /** Dashboards of all that runs in a namespace; without one there is no such link. */
      dashboards?: {
        /** Pods of a namespace. */
        pods?: {
          /** As in the dashboard's address: dRAC0MRIz. */
          uid: string;
          /** Value of its variable `datasource`. Defaults to `default`. */
          datasource?: string;
        };
        /** Workloads of a namespace. */
        workloads?: {
          /** As in the dashboard's address: m_UCAGgIz. */
          uid: string;
          /** Value of its variable `datasource`. Defaults to `default`. */
          datasource?: string;
        };
      };
      /** Name of the Loki data source; without it there is no link to the logs. */
      logsDatasource?: string;
      /**
       * Uid of the Prometheus data source that new dashboards and alert rules ask. Defaults to
       * `prometheus`.
       */
      metricsDatasource?: string;
    };
  };
}
