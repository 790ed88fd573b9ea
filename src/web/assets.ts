import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler } from 'express';

/** The versioned path of a file in public/, such as /css/app.css. */
export type AssetPath = (file: string) => string;

/**
 * Reads the public files once.
 * @param folder that they are in
 */
export function assetPaths(folder: string): AssetPath {
  // One version for all, so that a style sheet never imports an old one.
  const version = versionOf(folder);
  return (file) => `/assets/${version}${file}`;
}

/** Serves the public files: cached for ever with a version, checked each time without. */
export function publicFiles(folder: string): RequestHandler {
  const router = express.Router();
  const kept = express.static(folder, { immutable: true, maxAge: '1y', index: false, redirect: false });
  router.use('/assets/:version', kept);
  const plain = express.static(folder, { maxAge: '1h', index: false, redirect: false });
  // Pages have no file ending.
  router.use((req, res, next) => (path.extname(req.path) ? plain(req, res, next) : next()));
  return router;
}

function versionOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  for (const file of files.sort()) hash.update(path.relative(folder, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}
