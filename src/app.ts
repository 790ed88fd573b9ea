import path from 'node:path';
import flash from 'connect-flash';
import express, { type Express } from 'express';
import type { AccountDeps } from './accounts/account-deps.js';
import { LEAST_LENGTH, Passwords } from './accounts/password.js';
import type { DraftDeps } from './drafts/rows/draft-kind.js';
import { JOIN } from './households/join.kind.js';
import { bringBackKept, keepForms } from './kept-forms/keep-forms.js';
import { explainMissing } from './kept-forms/missing.js';
import { onlyForItsHousehold } from './kept-forms/other-household.js';
import { onlyForItsUser } from './kept-forms/other-user.js';
import { currentMember, signedInOnly } from './members/current-member.js';
import { listRevisions } from './members/household.repository.js';
import { accountRoutes } from './pages/accounts/account.routes.js';
import { signInRoutes } from './pages/accounts/sign-in.routes.js';
import { signUpRoutes } from './pages/accounts/sign-up.routes.js';
import { boundStrangers } from './pages/accounts/strangers.routes.js';
import { changesRoutes } from './pages/changes/changes.routes.js';
import { HouseholdWatch } from './pages/changes/household-watch.js';
import type { EventStreams } from './pages/changes/streams.js';
import { estimateRoutes } from './pages/estimates/estimate.routes.js';
import { foodRoutes } from './pages/foods/foods.routes.js';
import { healthRoutes } from './pages/health/health.routes.js';
import { homeRoutes } from './pages/home/home.routes.js';
import { householdRoutes } from './pages/households/household.routes.js';
import { itemRoutes } from './pages/items/item.routes.js';
import { joinRoutes } from './pages/joining/join.routes.js';
import { journalRoutes } from './pages/journal/journal.routes.js';
import { moreRoutes } from './pages/more/more.routes.js';
import { pastPlaceRoutes } from './pages/places/past-place.routes.js';
import { placeRoutes } from './pages/places/place.routes.js';
import { PUT_AWAY } from './pages/put-away/put-away.kind.js';
import { putAwayRoutes } from './pages/put-away/put-away.routes.js';
import { quickEntryRoutes } from './pages/quick-entry/quick-entry.routes.js';
import { searchRoutes } from './pages/search/search.routes.js';
import { shoppingRoutes } from './pages/shopping/shopping.routes.js';
import { STOCK_TAKE } from './pages/stock-take/stock-take.kind.js';
import { stockTakeRoutes } from './pages/stock-take/stock-take.routes.js';
import { welcomeRoutes } from './pages/welcome/welcome.routes.js';
import { renewIds } from './session/renew-ids.js';
import { sessions } from './session/session.middleware.js';
import type { SessionStore } from './session/store/session-store.js';
import { PLACE_KIND_NAMES } from './stock/stock.js';
import { counted, inShort } from './text.js';
import { OFFERED_UNITS } from './vocabulary/amounts.js';
import { assetPaths, publicFiles } from './web/assets.js';
import { errorPages, knowingWho, notFound, onlyPaths } from './web/error-pages.js';
import { neverCached, securityHeaders } from './web/headers.js';
import { onceToken } from './web/idempotency-key.js';
import { KeptPages } from './web/kept-pages.js';
import { type Logger, requestLog } from './web/log.js';
import { refuseOtherSites } from './web/origin-check.js';
import { takePicked } from './web/picked.js';
import { warnOfMissingProxy } from './web/proxy-check.js';
import { viewEngine } from './web/views.js';

type AllDeps = AccountDeps & DraftDeps;

export interface AppParts extends Omit<AllDeps, 'passwords' | 'keptPages' | 'draftKinds'> {
  /** Cheaper ones in tests. */
  passwords?: Passwords | undefined;
  store: SessionStore;
  /** The first signs, all verify. */
  secrets: string[];
  logger: Logger;
  streams: EventStreams;
  /** Each kept page is made afresh too, and has to be the same: for tests. */
  proveKept?: boolean | undefined;
  /** Holds views/ and public/. */
  root: string;
}

/** Larder, ready to be listened with. The order below is a request's way through it. */
export function createApp(parts: AppParts): Express {
  const { config, db, store, secrets, logger, streams, root, passwords = new Passwords() } = parts;
  const revisionOf = async (id: number) => (await listRevisions(db, [id])).get(id);
  const keptPages = new KeptPages({ prove: parts.proveKept ?? false, revisionOf });
  const deps: AllDeps = {
    ...parts,
    passwords,
    keptPages,
    draftKinds: [PUT_AWAY, STOCK_TAKE, JOIN],
  };
  const app = express();
  const settings = { store, secrets, https: config.https, absolute: config.sessionAbsolute };
  const whoIsIt = [...sessions(settings), flash(), currentMember(db)];
  const files = path.join(root, 'public');
  setUp(app, root);
  if (config.trustProxy !== undefined) app.set('trust proxy', config.trustProxy);
  app.locals.asset = assetPaths(files);
  app.locals.onceToken = onceToken;
  app.locals.signUpClosed = config.signups === 'closed';

  app.use(requestLog(logger));
  app.use(securityHeaders(config.https));
  app.use(onlyPaths);
  app.use(publicFiles(files));
  app.use(neverCached);
  app.use(healthRoutes(() => Promise.all([listRevisions(db, [0]), store.isThere('nobody')])));
  // A stock-take has a box for each item, up to 10,000.
  app.use('/stock-take', express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 11_000 }));
  // A page of lines has some fields for each, up to 250.
  app.use('/put-away', express.urlencoded({ extended: false, limit: '400kb', parameterLimit: 3000 }));
  app.use(express.urlencoded({ extended: false, limit: '100kb', parameterLimit: 1000 }));
  app.use(takePicked);
  app.use(warnOfMissingProxy(config));
  app.use(...whoIsIt);
  app.use(renewIds(deps.clock));
  app.use(refuseOtherSites(config.origin));
  app.use(bringBackKept(deps));

  app.use(boundStrangers(deps.rateLimits));
  app.use(homeRoutes(deps));
  app.use(signUpRoutes(deps));
  app.use(signInRoutes(deps));
  app.use(joinRoutes(deps));

  app.use(
    changesRoutes(
      new HouseholdWatch(db, (err) => logger.error({ err }, 'Changes could not be looked for')),
      streams,
    ),
  );

  app.use(signedInOnly);
  app.use(onlyForItsUser, onlyForItsHousehold(deps));
  app.use(moreRoutes());
  app.use(accountRoutes(deps));
  app.use(householdRoutes(deps));
  app.use(placeRoutes(deps));
  app.use(pastPlaceRoutes(deps));
  app.use(quickEntryRoutes(deps));
  app.use(itemRoutes(deps));
  app.use(foodRoutes(deps));
  app.use(putAwayRoutes(deps));
  app.use(shoppingRoutes(deps));
  app.use(welcomeRoutes(deps));
  app.use(stockTakeRoutes(deps));
  app.use(journalRoutes(deps));
  app.use(searchRoutes(deps));
  app.use(estimateRoutes());

  app.use(notFound);
  app.use(explainMissing(deps));
  app.use(keepForms(deps.keptForms));
  app.use(knowingWho(...whoIsIt));
  app.use(errorPages);
  return app;
}

function setUp(app: Express, root: string): void {
  app.disable('x-powered-by');
  app.set('views', path.join(root, 'views'));
  app.engine('ejs', viewEngine());
  app.set('view engine', 'ejs');
  app.locals.counted = counted;
  app.locals.offeredUnits = OFFERED_UNITS;
  app.locals.inShort = inShort;
  app.locals.placeKindNames = PLACE_KIND_NAMES;
  app.locals.newPasswordHint = `${LEAST_LENGTH} characters at least. A few words in a row are good.`;
  // While developing, a changed view shows at once.
  app.set('view cache', !import.meta.filename.endsWith('.ts'));
  app.set('query parser', 'simple');
  // Every page is made anew: there is nothing to compare it with.
  app.set('etag', false);
}
