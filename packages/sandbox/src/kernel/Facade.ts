import { Express } from 'express';
import { EventEmitter } from 'events';
import { Deployer } from './Deployer';
import { DocumentStore } from './DocumentStore';
import { UpstreamId } from './ports';

/** One system of the sandbox. */
export interface SandboxSystem {
  id: UpstreamId;
  /** Prepares what the system needs, before it is reachable. */
  start?(): Promise<void>;
  /** Ends timers and child processes. */
  stop?(): Promise<void>;
}

/** One system of the sandbox that speaks HTTP. */
export interface Facade extends SandboxSystem {
  /** Answers the paths of the real system; faults and logging are put in front by the kernel. */
  app: Express;
}

/** What happens in one system and matters to another. */
export interface SandboxEvents {
  /** A repository of GitHub has new or removed branches or tags; mirrors fetch them. */
  pushed: [{ repository: string }];
  /** The mirror fetched new commits: the pipeline starts. */
  mirrored: [{ projectId: number; ref: string; sha: string }];
  /** A pipeline's objects are in a cluster and available. */
  deployed: [
    {
      projectName: string;
      environment: 'dev' | 'preprod' | 'prod';
      cluster: 'dev2' | 'prod2';
      namespace: string;
    },
  ];
}

/** What every facade is made with. */
export interface SandboxContext {
  /** Folder of this facade's own files; it exists. */
  dataDir(facade: string): string;
  /** Addresses of all systems. */
  urls: Record<UpstreamId, string>;
  /** JSON documents that survive a restart, and a kill. */
  documents<T extends object>(name: string): DocumentStore<T>;
  events: EventEmitter<SandboxEvents>;
  /**
   * One object for all facades: the Kubernetes facades set `deployer` when they start, and the
   * deploy jobs of GitLab call it.
   */
  deployment: { deployer?: Deployer };
  /** The time as all facades see it. */
  now(): Date;
  /** Moves that time: what takes minutes in the real system need not in a test. */
  advance(milliseconds: number): void;
  log(line: string): void;
}

export type FacadeFactory = (context: SandboxContext) => Facade;
