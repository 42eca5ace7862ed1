import { randomBytes } from 'crypto';
import { Router } from 'express';
import { z } from 'zod/v4';
import { createDomain, TipimailState } from './TipimailState';

const domainInput = z.object({
  sending: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i),
  tracking: z.string(),
  email: z.string(),
});

const apiKeyInput = z.object({
  description: z.string().min(1),
  iPFilterEnabled: z.boolean().default(false),
  allowedIPs: z.array(z.string()).default([]),
});

/** Domains and keys of the account. */
export function createSettingsRoutes(state: TipimailState): Router {
  const router = Router();

  router.get('/domains', (_req, res) => {
    res.json(state.domains.list());
  });
  router.get('/domains/:sending', (req, res) => {
    const domain = state.domains.get(req.params.sending.toLowerCase());
    if (domain) res.json(domain);
    else res.status(404).json({ error: 'Domain not found' });
  });
  router.post('/domains', (req, res) => {
    const { sending, tracking } = domainInput.parse(req.body);
    const key = sending.toLowerCase();
    const known = state.domains.get(key);
    res.json(
      state.domains.put(key, {
        ...(known ?? createDomain(key, state.seconds)),
        tracking,
        updatedAt: state.seconds,
      }),
    );
  });

  router.delete('/domains/:sending', (req, res) => {
    if (state.domains.delete(req.params.sending.toLowerCase())) {
      res.json({ status: 'success' });
    } else res.status(404).json({ error: 'Domain not found' });
  });

  router.get('/apikeys', (_req, res) => {
    res.json(state.apiKeys.list());
  });
  router.post('/apikeys', (req, res) => {
    const input = apiKeyInput.parse(req.body);
    const id = randomBytes(12).toString('hex');
    res.json(
      state.apiKeys.put(id, {
        ...input,
        id,
        hash: randomBytes(16).toString('hex'),
        key: randomBytes(16).toString('hex'),
        createdAt: state.seconds,
        updatedAt: state.seconds,
        enabled: true,
      }),
    );
  });
  router.delete('/apikeys/:id', (req, res) => {
    if (state.apiKeys.delete(req.params.id)) res.json({ status: 'success' });
    else res.status(404).json({ error: 'API key not found' });
  });

  return router;
}
