// Le serveur autonome de Next.js n'emporte pas les fichiers statiques : on les met à côté de lui.
import { cp } from 'node:fs/promises';

await cp('.next/static', '.next/standalone/.next/static', { recursive: true });
await cp('public', '.next/standalone/public', { recursive: true });
