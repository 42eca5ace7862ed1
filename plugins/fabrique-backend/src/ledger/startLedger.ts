import {
  AuditorService,
  AuthService,
  DatabaseService,
  DiscoveryService,
  HttpAuthService,
  HttpRouterService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SupportRequests } from '@socialgouv/backstage-plugin-fabrique-node';
import { openDatabase } from '../database/openDatabase';
import { ApprovalNotifications } from '../notices/notifyOfApprovals';
import { AnswerCache } from '../overview/AnswerCache';
import { ApprovalStore } from './ApprovalStore';
import { createApprovalsRouter } from './createApprovalsRouter';
import { createLedgerRouter } from './createLedgerRouter';
import { createResourcesRouter } from './createResourcesRouter';
import { LedgerStore } from './LedgerStore';
import { RequestFollower } from './RequestFollower';
import { TaskResumer } from './TaskResumer';
import { WaitingTasks } from './WaitingTasks';

/** Opens the ledger's tables, its routes, and the task that goes on with what waited. */
export async function startLedger(options: {
  answers: AnswerCache;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  database: DatabaseService;
  discovery: DiscoveryService;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  userInfo: UserInfoService;
  notifications: ApprovalNotifications;
}): Promise<void> {
  const { auditor, database, httpAuth, httpRouter, userInfo } = options;
  const { notifications } = options;
  const db = await openDatabase(database);
  const ledger = new LedgerStore(db);
  const approvals = new ApprovalStore(db);
  const waiting = new WaitingTasks(db);
  const resumer = new TaskResumer({ ...options, waiting });

  const requests = new RequestFollower({
    answers: options.answers,
    support: SupportRequests.fromConfig(options.config),
  });
  httpRouter.use(createResourcesRouter({ ...options, ledger, requests }));
  httpRouter.use(
    createApprovalsRouter({
      httpAuth,
      userInfo,
      auditor,
      approvals,
      async onDecided(approval, credentials) {
        const task = await waiting.get(approval.taskId);
        if (task) await resumer.resume(task, credentials);
        await notifications.onDecided(approval);
      },
    }),
  );
  httpRouter.use(
    createLedgerRouter({
      httpAuth,
      ledger,
      approvals,
      waiting,
      onApprovalRequested: notifications.onRequested,
    }),
  );

  await options.scheduler.scheduleTask({
    id: 'resume-waiting-tasks',
    frequency: { seconds: 10 },
    timeout: { minutes: 1 },
    fn: () => resumer.resumeDue(),
  });
}
