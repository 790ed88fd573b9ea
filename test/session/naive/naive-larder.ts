import { pbkdf2, pbkdf2Sync, randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import flash from 'connect-flash';
import connectSqlite3 from 'connect-sqlite3';
import express, { type Express, type Request, type RequestHandler } from 'express';
import session from 'express-session';
import { LateSqlite } from './late-sqlite.js';
import * as html from './pages.js';

/** Other things that are usual, each of which breaks something else. */
export type Way = 'same id' | 'token' | 'at once';

/** What the usual tutorial keeps in the session: one entry at a time, changed in place. */
interface UsualSession {
  user?: string;
  token?: string;
  changed?: number;
  place?: string;
  foods?: string[];
}

/**
 * A Larder done the usual way, to prove that the tests of the session engine can fail: express-session with the
 * store as it comes, req.session changed in place, one pending entry, connect-flash by type.
 * @param way `same id`: who signs in keeps the session; `token`: forms carry a token of the session against forgery;
 *   `at once`: a password is hashed while everybody waits
 * @param https as behind a proxy: a Secure cookie
 */
export function naiveLarder(folder: string, way?: Way, https = false): Express {
  const db = new SqliteDatabase(path.join(folder, 'larder.sqlite'));
  db.pragma('busy_timeout = 5000');
  db.exec('create table if not exists items (id integer primary key, place text, name text)');
  const Store = connectSqlite3(session);
  const store = new Store({ db: new LateSqlite(path.join(folder, 'sessions.sqlite')) });

  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.use(
    session({ store, secret: 'naive', resave: false, saveUninitialized: true, cookie: { secure: https } }),
  );
  app.use(flash() as RequestHandler);
  app.use((req, res, next) => {
    res.locals.show = (body: string) => res.send(html.page(body, req.flash('info'), usual(req).token));
    next();
  });
  if (way === 'token') app.use(onlyWithToken);

  for (const address of ['/signup', '/login']) {
    app.get(address, (_req, res) => res.locals.show(html.signInForm(address)));
    app.post(address, (req, res) => {
      const signIn = () => {
        usual(req).user = req.body.username;
        res.redirect(303, '/');
      };
      if (way === 'same id') signIn();
      else req.session.regenerate(signIn);
    });
  }
  app.post('/logout', (req, res) => {
    req.session.destroy(() => res.redirect(303, '/login'));
  });
  app.get('/', (req, res) => res.locals.show(usual(req).user ? html.home : 'Welcome'));

  app.use((req, res, next) => (usual(req).user ? next() : res.redirect(303, '/login')));
  app.get('/account', (_req, res) => res.locals.show('Account'));
  app.get('/account/password', (_req, res) => res.locals.show(html.passwordForm));
  app.post('/account/password', async (req, res) => {
    const hashing = [req.body.password, 'salt', 400_000, 32, 'sha512'] as const;
    if (way === 'at once') pbkdf2Sync(...hashing);
    else await promisify(pbkdf2)(...hashing);
    usual(req).changed = Date.now();
    req.flash('info', 'Your password is changed.');
    res.redirect(303, '/account');
  });
  app.get('/places/new', (_req, res) => res.locals.show(html.placeForm));
  app.post('/places', (req, res) => {
    req.flash('info', `${req.body.name} is ready.`);
    res.redirect(303, `/places/${req.body.name}`);
  });
  app.get('/places/:place', (req, res) => {
    const names = db.prepare('select name from items where place = ?').pluck().all(req.params.place);
    res.locals.show(html.place(req.params.place, names.map(String)));
  });
  app.post('/places/:place/items', (req, res) => {
    add(req.params.place, req.body.name);
    req.flash('info', `${req.body.name} (1) is in ${req.params.place}.`);
    res.redirect(303, `/places/${req.params.place}`);
  });

  app.get('/put-away', (req, res) => {
    // The pending key, as the tutorial has it: one for the whole browser.
    if (req.query.place_id !== undefined) usual(req).place = String(req.query.place_id);
    res.locals.show(html.start(usual(req).foods ?? []));
  });
  app.post('/put-away', (req, res) => {
    usual(req).foods = String(req.body.names ?? '').split(/\r\n/);
    res.redirect(303, '/put-away/entry/details');
  });
  // Another kind of entry goes through steps of the same names, with what the session has under the same names.
  for (const kind of ['/put-away/entry', '/stock-take/entry']) entrySteps(app, kind);
  app.post('/put-away/entry/commit', (req, res) => {
    const { place = '', foods = [] } = usual(req);
    for (const name of foods) add(place, name);
    req.flash('info', `${foods.length} items are put away in ${place}.`);
    res.redirect(303, `/places/${place}`);
  });
  return app;

  function add(place: string, name: string): void {
    db.prepare('insert into items (place, name) values (?, ?)').run(place, name);
  }
}

function entrySteps(app: Express, kind: string): void {
  app.get(`${kind}/foods`, (_req, res) => res.locals.show(html.foodsStep));
  app.post(`${kind}/foods`, (req, res) => {
    usual(req).foods = String(req.body.names).split(/\r\n/);
    res.redirect(303, `${kind}/details`);
  });
  app.get(`${kind}/details`, (req, res) => res.locals.show(html.detailsStep(usual(req).foods ?? [])));
  app.post(`${kind}/details`, (_req, res) => res.redirect(303, `${kind}/details`));
}

/** As the token libraries do it: a random value in the session, which every form has to bring back. */
const onlyWithToken: RequestHandler = (req, res, next) => {
  usual(req).token ??= randomUUID();
  if (req.method === 'POST' && req.body._token !== usual(req).token) res.status(403).send('Invalid token');
  else next();
};

function usual(req: Request): UsualSession {
  return req.session as unknown as UsualSession;
}
