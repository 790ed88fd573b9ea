import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler } from 'express';

/** The path of one of the files in public/, such as /css/app.css, with the version that lets browsers keep it. */
export type AssetPath = (file: string) => string;

/**
 * Looks through the public files once.
 * @param folder the folder with the public files
 */
export function assetPaths(folder: string): AssetPath {
  // One version for all: a style sheet that imports another then never gets a stale one.
  const version = versionOf(folder);
  return (file) => `/assets/${version}${file}`;
}

/** Serves the public files: for ever under their version, freshly checked under their plain names. */
export function publicFiles(folder: string): RequestHandler {
  const router = express.Router();
  const kept = express.static(folder, { immutable: true, maxAge: '1y', index: false, redirect: false });
  router.use('/assets/:version', kept);
  const plain = express.static(folder, { maxAge: '1h', index: false, redirect: false });
  // Pages have no ending: for them there is no need to look.
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
