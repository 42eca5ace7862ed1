/** What a deploy job of the GitLab facade hands to the clusters. */
export interface DeployInput {
  cluster: 'dev2' | 'prod2';
  environment: 'dev' | 'preprod' | 'prod';
  /** GitLab environment: `<branch>-dev`, `preprod-dev`, `prod`. */
  environmentName: string;
  environmentSlug: string;
  namespace: string;
  projectName: string;
  /** `SocialGouv/domifa`. */
  projectPath: string;
  projectId: number;
  /** Branch or tag. */
  ref: string;
  sha: string;
  /** A file of the repository at that commit; `undefined` where there is none. */
  readFile(path: string): Promise<string | undefined>;
  /** Paths, from the root of the repository, of the files directly in a folder; empty where there is none. */
  listFiles(folder: string): Promise<string[]>;
}

/** Applies the manifests of a repository to a cluster. */
export interface Deployer {
  /** Resolves once the objects are accepted; an error's message ends up in the job's log. */
  deploy(input: DeployInput): Promise<void>;
}
