export interface Config {
  catalog?: {
    providers?: {
      /** What the actions of the Fabrique made, as entities of kind `Resource`. */
      fabriqueLedger?: {
        /** Language of their titles, which all readers share. Defaults to `fr`. */
        language?: 'fr' | 'en';
      };
    };
  };
}
