import { Router } from 'express';
import { z } from 'zod/v4';
import { ArmError, route } from '../../azure/ArmError';
import { toResourceId } from '../../azure/identity';
import { answerMetrics } from '../../azure/metrics';
import { parseRequest } from '../../azure/parseRequest';
import { toAccountMetrics } from './accountMetrics';
import { StorageScope } from './createStorageProvider';
import {
  AccountDocument,
  accountPath,
  accountType,
  findAccount,
} from './storageState';

const policyRequest = z.object({
  properties: z.object({
    policy: z.object({
      rules: z
        .array(
          z.looseObject({
            name: z.string().min(1).max(256),
            type: z.literal('Lifecycle'),
            definition: z.looseObject({ actions: z.looseObject({}) }),
          }),
        )
        .min(1)
        .max(100),
    }),
  }),
});
const policyPath = `${accountPath}/managementPolicies/default`;

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
  const toPolicy = ({ name, createdAt, lifecycleRules }: AccountDocument) => ({
    id: toResourceId(`${accountType}/${name}/managementPolicies/default`),
    name: 'DefaultManagementPolicy',
    type: `${accountType}/managementPolicies`,
    properties: {
      lastModifiedTime: createdAt,
      policy: { rules: lifecycleRules },
    },
  });
  router.get(
    policyPath,
    route((req, res) => {
      const account = findAccount(accounts, req.params.account);
      if (!account.lifecycleRules)
        throw new ArmError(
          404,
          'ManagementPolicyNotFound',
          'No ManagementPolicy found for account',
        );
      res.json(toPolicy(account));
    }),
  );
  router.put(
    policyPath,
    route((req, res) => {
      const account = findAccount(accounts, req.params.account);
      const { rules } = parseRequest(policyRequest, req.body).properties.policy;
      res.json(
        toPolicy(
          accounts.put(account.name, { ...account, lifecycleRules: rules }),
        ),
      );
    }),
  );
  router.delete(
    policyPath,
    route((req, res) => {
      const account = findAccount(accounts, req.params.account);
      const { lifecycleRules, ...others } = account;
      accounts.put(account.name, others);
      res.status(lifecycleRules ? 200 : 204).end();
    }),
  );
  return router;
}
