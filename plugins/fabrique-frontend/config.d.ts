export interface Config {
  /**
   * What the browser needs to compute the names of a new application as one types.
   * Everything is optional; the defaults are those of the preset.
   */
  fabrique?: {
    /**
     * Conventions of names: `gen1-azure` (the default) or `gen2-ovh`.
     * @visibility frontend
     */
    preset?: string;
    names?: {
      /**
       * Domain below which each environment has its hosts.
       * @deepVisibility frontend
       */
      baseDomains?: { dev?: string; preprod?: string; prod?: string };
      /**
       * `shared` (the default) or `dedicated` database servers.
       * @visibility frontend
       */
      databaseServer?: string;
    };
    github?: {
      /**
       * Organization that owns the repositories.
       * @visibility frontend
       */
      organization?: string;
    };
    gitlab?: {
      /**
       * Group that has the mirrors.
       * @visibility frontend
       */
      group?: string;
    };
    azure?: {
      postgres?: {
        servers?: {
          prod?: {
            /**
             * Name of the shared server of production.
             * @visibility frontend
             */
            name?: string;
          };
        };
      };
    };
  };
}
