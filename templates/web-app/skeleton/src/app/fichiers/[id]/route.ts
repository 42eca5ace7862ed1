import { readFile } from '@/server/files';
import { readSettings } from '@/server/settings';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const file = readSettings().storage && UUID.test(id) ? await readFile(id) : undefined;
  if (!file) return new Response('Fichier introuvable', { status: 404 });
  return new Response(new Uint8Array(file.content), {
    headers: {
      'Content-Type': file.type,
      // Toujours téléchargé, jamais affiché : un fichier déposé ne s'exécute pas sur notre domaine.
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'private, no-store',
    },
  });
}
