declare module 'connect-sqlite3' {
  import type { Request } from 'express';
  import type session from 'express-session';

  interface Options {
    db?: object | string;
    table?: string;
  }

  class SQLiteStore extends session.Store {
    constructor(options: Options);
    get(sid: string, callback: (error: unknown, session?: session.SessionData | null) => void): void;
    set(sid: string, session: session.SessionData, callback?: (error?: unknown) => void): void;
    destroy(sid: string, callback?: (error?: unknown) => void): void;
    touch(sid: string, session: session.SessionData, callback?: (error?: unknown) => void): void;
    createSession(req: Request, session: session.SessionData): session.Session & session.SessionData;
  }

  export default function connect(express: typeof session): typeof SQLiteStore;
}
