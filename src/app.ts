import path from 'node:path';
import flash from 'connect-flash';
import express, { type Express } from 'express';
import { accountRoutes } from './accounts/account.routes.js';
import { signInRoutes } from './accounts/sign-in.routes.js';
import { signUpRoutes } from './accounts/sign-up.routes.js';
import type { Deps } from './deps.js';
import { estimateRoutes } from './estimates/estimate.routes.js';
import { foodRoutes } from './foods/foods.routes.js';
import { homeRoutes } from './home/home.routes.js';
import { householdRoutes } from './households/household.routes.js';
import { joinRoutes } from './households/join.routes.js';
import { itemRoutes } from './items/item.routes.js';
import { JOIN } from './joining/join.kind.js';
import { journalRoutes } from './journal/journal.routes.js';
import { explainMissing } from './parking/missing.js';
import { onlyForItsHousehold } from './parking/other-household.js';
import { bringBackParked, parkForms } from './parking/parking.js';
import { currentMember, signedInOnly } from './people/current-member.js';
import { Passwords } from './people/password.js';
import { pastPlaceRoutes } from './places/past-place.routes.js';
import { placeRoutes } from './places/place.routes.js';
import { PUT_AWAY } from './put-away/put-away.kind.js';
import { putAwayRoutes } from './put-away/put-away.routes.js';
import { quickEntryRoutes } from './quick-entry/quick-entry.routes.js';
import { searchRoutes } from './search/search.routes.js';
import { ParkedForms } from './session/parked-forms.js';
import { sessions } from './session/session.middleware.js';
import type { SessionStore } from './session/session-store.js';
import { shoppingRoutes } from './shopping/shopping.routes.js';
import { STOCK_TAKE } from './stock-take/stock-take.kind.js';
import { stockTakeRoutes } from './stock-take/stock-take.routes.js';
import { counted, inShort } from './text.js';
import { OFFERED_UNITS } from './vocabulary/amounts.js';
import { assetPaths, publicFiles } from './web/assets.js';
import { errorPages, knowingWho, notFound, onlyPaths } from './web/error-pages.js';
import { neverCached, securityHeaders } from './web/headers.js';
import { type Logger, requestLog } from './web/log.js';
import { onceToken } from './web/once.js';
import { refuseOtherSites } from './web/origin-check.js';
import { takePicked } from './web/picked.js';
import { warnOfMissingProxy } from './web/proxy-check.js';
import { WELCOME } from './welcome/welcome.kind.js';
import { welcomeRoutes } from './welcome/welcome.routes.js';

export interface AppParts extends Omit<Deps, 'passwords' | 'parked' | 'draftKinds'> {
  /** Other than the usual only where no password is real, as in tests. */
  passwords?: Passwords | undefined;
  store: SessionStore;
  /** The first signs, all verify. */
  secrets: string[];
  logger: Logger;
  /** The folder that views/ and public/ stand in. */
  root: string;
}

/** Larder, ready to be listened with. The order below is a request's way through it. */
export function createApp(parts: AppParts): Express {
  const { config, db, store, secrets, logger, root, passwords = new Passwords() } = parts;
  const parked = new ParkedForms(store.connection);
  const deps: Deps = { ...parts, passwords, parked, draftKinds: [PUT_AWAY, WELCOME, STOCK_TAKE, JOIN] };
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
  // A shelf's page has a box for each item, and its form carries the draft: room for 10,000 of them.
  app.use('/stock-take', express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 11_000 }));
  app.use(express.urlencoded({ extended: false, limit: '100kb', parameterLimit: 1000 }));
  app.use(takePicked);
  app.use(warnOfMissingProxy(config));
  app.use(...whoIsIt);
  app.use(refuseOtherSites(config.origin));
  app.use(bringBackParked(deps));

  app.use(homeRoutes(deps));
  app.use(signUpRoutes(deps));
  app.use(signInRoutes(deps));
  app.use(joinRoutes(deps));

  app.use(signedInOnly);
  app.use(onlyForItsHousehold(deps));
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
  app.use(parkForms(parked));
  app.use(knowingWho(...whoIsIt));
  app.use(errorPages);
  return app;
}

function setUp(app: Express, root: string): void {
  app.disable('x-powered-by');
  app.set('views', path.join(root, 'views'));
  app.set('view engine', 'ejs');
  app.locals.counted = counted;
  app.locals.offeredUnits = OFFERED_UNITS;
  app.locals.inShort = inShort;
  // While developing, from the sources, a changed view shows at once.
  app.set('view cache', !import.meta.filename.endsWith('.ts'));
  app.set('query parser', 'simple');
  // A page is made for one person at one moment: there is nothing to compare it with.
  app.set('etag', false);
}
