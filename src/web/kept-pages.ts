import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { onceToken } from './idempotency-key.js';
import { isPart, type PageData, page, pageHtml, sendHtml } from './page.js';

/** Bytes of all kept pages together. */
const ROOM = 32 * 1024 * 1024;
/** Stands where a form's token comes, different each time. Nobody can type it. */
const TOKEN = randomBytes(16).toString('hex');

/** What a page shows, made with the token of its forms. */
type Make = (once: string) => Promise<PageData>;

interface Options {
  /** Makes each kept page afresh too, and throws when it is not the same to the byte. For tests. */
  prove?: boolean;
  revisionOf: (householdId: number) => Promise<number | undefined>;
}

/**
 * Pages that cost much to make, kept under all that they depend on: who looks, the household's revision, its day, and
 * what was asked for. Nothing is invalidated: another revision is another key, and what is not asked for falls out. What
 * belongs to one request is put in afterwards (its token), or the page is made for it alone (messages, notices, what was
 * typed before).
 */
export class KeptPages {
  readonly #kept = new LRUCache<string, Buffer[]>({
    maxSize: ROOM,
    sizeCalculation: (parts, key) => parts.reduce((sum, part) => sum + part.length, key.length),
  });
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Shows a page as `page` does, kept from before where it can be.
   * @param dependsOn all that the page shows besides the household's rows and who looks at it
   * @param make what it shows; not called for a kept page
   */
  async show(
    req: Request,
    res: Response,
    view: string,
    dependsOn: readonly (string | number | boolean)[],
    make: Make,
  ): Promise<void> {
    // While developing, a changed view shows at once.
    if (isForOneRequest(req, res) || !res.app.enabled('view cache')) {
      return page(req, res, view, await make(onceToken()));
    }
    const { user, household, revision } = res.locals;
    const key = JSON.stringify([view, req.path, user?.id, household?.id, revision, ...dependsOn]);
    const kept = this.#kept.get(key);
    if (kept && this.#options.prove) await this.#prove(kept, await made(req, res, view, make), res);
    const parts = kept ?? (await made(req, res, view, make));
    if (!kept) this.#kept.set(key, parts);
    sendHtml(res, withToken(parts));
  }

  async #prove(kept: Buffer[], fresh: Buffer[], res: Response): Promise<void> {
    const [before, now] = [textOf(kept), textOf(fresh)];
    const { household, revision } = res.locals;
    if (before === now || (household && (await this.#options.revisionOf(household.id)) !== revision)) return;
    const at = [...now].findIndex((letter, n) => letter !== before[n]);
    throw new Error(
      `A kept page is not what it is afresh: …${before.slice(at - 60, at + 60)}… is now …${now.slice(at - 60, at + 60)}…`,
    );
  }
}

/** True when something is on the page that no other request's page has. */
function isForOneRequest(req: Request, res: Response): boolean {
  const { typedBefore, notices } = res.locals;
  // The page of a HEAD leads elsewhere after a form than the one that is shown.
  if (req.method !== 'GET') return true;
  return typedBefore !== undefined || notices !== undefined || 'flash' in req.query || isPart(req);
}

async function made(req: Request, res: Response, view: string, make: Make): Promise<Buffer[]> {
  const html = await pageHtml(req, res, view, { ...(await make(TOKEN)), onceToken: () => TOKEN });
  return html.split(TOKEN).map((part) => Buffer.from(part));
}

/** The page with its token: one is enough, since what a form says is a part of its key. */
function withToken(parts: Buffer[]): Buffer {
  const token = Buffer.from(onceToken());
  return Buffer.concat(parts.flatMap((part, n) => (n === 0 ? [part] : [token, part])));
}

function textOf(parts: Buffer[]): string {
  return parts.map(String).join('');
}
