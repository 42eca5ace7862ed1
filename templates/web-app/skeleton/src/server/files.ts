import { BlobServiceClient, StorageSharedKeyCredential, type ContainerClient } from '@azure/storage-blob';
import { randomUUID } from 'node:crypto';
import type { AcceptedFile } from './parseFile';
import { readSettings } from './settings';

export interface StoredFile {
  /** Nom dans le conteneur ; le nom d'origine est gardé à part, il peut revenir deux fois. */
  id: string;
  name: string;
  sizeBytes: number;
  storedAt: Date;
}

async function openContainer(): Promise<ContainerClient> {
  const { storage, stage } = readSettings();
  if (!storage) throw new Error("Le stockage de fichiers n'est pas configuré");
  const credential = new StorageSharedKeyCredential(storage.account, storage.key);
  const container = new BlobServiceClient(storage.endpoint, credential).getContainerClient(storage.container);
  // Ailleurs, le conteneur est créé par le portail, privé ; sur un poste, personne d'autre ne le fait.
  if (stage === 'local') await container.createIfNotExists();
  return container;
}

/** Vingt fichiers au plus, les plus récents d'abord. */
export async function listFiles(): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  const container = await openContainer();
  for await (const blob of container.listBlobsFlat({ includeMetadata: true })) {
    files.push({
      id: blob.name,
      name: decodeURIComponent(blob.metadata?.name ?? blob.name),
      sizeBytes: blob.properties.contentLength ?? 0,
      storedAt: blob.properties.createdOn ?? blob.properties.lastModified,
    });
  }
  return files.sort((a, b) => b.storedAt.getTime() - a.storedAt.getTime()).slice(0, 20);
}

export async function storeFile(file: AcceptedFile): Promise<void> {
  const blob = (await openContainer()).getBlockBlobClient(randomUUID());
  await blob.uploadData(await file.content.arrayBuffer(), {
    blobHTTPHeaders: { blobContentType: file.type },
    // Une métadonnée est un en-tête HTTP : de l'ASCII seulement.
    metadata: { name: encodeURIComponent(file.name) },
  });
}

/** Le contenu d'un fichier, ou `undefined` s'il n'existe pas. */
export async function readFile(id: string): Promise<{ name: string; type: string; content: Buffer } | undefined> {
  const blob = (await openContainer()).getBlockBlobClient(id);
  if (!(await blob.exists())) return undefined;
  const { contentType, metadata } = await blob.getProperties();
  return {
    name: decodeURIComponent(metadata?.name ?? id),
    type: contentType ?? 'application/octet-stream',
    content: await blob.downloadToBuffer(),
  };
}
