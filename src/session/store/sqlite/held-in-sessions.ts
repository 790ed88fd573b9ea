import type Sqlite from 'better-sqlite3';

export type SessionFile = Sqlite.Database;

/**
 * The object that each session has under a name.
 * @param connection the open session file
 */
export function objectsHeld(connection: SessionFile, name: string): { sid: string; held: unknown }[] {
  const rows = connection
    .prepare(
      `select sid, sess -> ('$.' || @name) as held from sessions
       where json_valid(sess) and json_type(sess, '$.' || @name) = 'object'`,
    )
    .all({ name }) as { sid: string; held: string }[];
  return rows.map(({ sid, held }) => ({ sid, held: JSON.parse(held) }));
}

export function replaceHeld(connection: SessionFile, sid: string, name: string, value: unknown): void {
  connection
    .prepare(`update sessions set sess = json_set(sess, '$.' || @name, json(@value)) where sid = @sid`)
    .run({ sid, name, value: JSON.stringify(value) });
}
