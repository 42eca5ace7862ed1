import { Router } from 'express';
import { ArmError, route } from '../../azure/ArmError';
import { toResourceId } from '../../azure/identity';
import { answerMetrics } from '../../azure/metrics';
import { toAccountMetrics } from './accountMetrics';
import { StorageScope } from './createStorageProvider';
import { accountPath, accountType, findAccount } from './storageState';

/** Measures and lifecycle rules of an account; the rules are kept, not carried out. */
export function createMonitoringRoutes(scope: StorageScope): Router {
  const { context, blob, accounts } = scope;
  const router = Router();
  router.get(
    `${accountPath}/blobServices/default/providers/Microsoft.Insights/metrics`,
    route(async (req, res) => {
      const account = findAccount(accounts, req.params.account);
      res.json(
        answerMetrics(req, await toAccountMetrics(account, blob), {
          namespace: `${accountType}/blobServices`,
          now: context.now(),
        }),
      );
    }),
  );
  router.get(
    `${accountPath}/managementPolicies/default`,
    route((req, res) => {
      const { name, createdAt, lifecycleRules } = findAccount(
        accounts,
        req.params.account,
      );
      if (!lifecycleRules)
        throw new ArmError(
          404,
          'ManagementPolicyNotFound',
          'No ManagementPolicy found for account',
        );
      res.json({
        id: toResourceId(`${accountType}/${name}/managementPolicies/default`),
        name: 'DefaultManagementPolicy',
        type: `${accountType}/managementPolicies`,
        properties: {
          lastModifiedTime: createdAt,
          policy: { rules: lifecycleRules },
        },
      });
    }),
  );
  return router;
}
