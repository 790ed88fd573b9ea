import { type Draft, type Id, type Member, type Session, type State, without } from '../state.js';

/** As many may be open, of all kinds. */
export const DRAFTS_AT_MOST = 10;
/** Of so many a session remembers that they were begun in it. */
const IDS_AT_MOST = 20;

export function withDraft(state: State, id: Id, draft: Draft | undefined): State {
  return { ...state, drafts: draft ? { ...state.drafts, [id]: draft } : without(state.drafts, id) };
}

/** The draft that an address names, as long as it is this member's, for this household, and open. */
export function draftOf(state: State, member: Member, id: Id): Draft | undefined {
  const draft = ownDraft(state, member, id);
  return draft && !draft.discarded && belongs(member, draft) ? draft : undefined;
}

/** The entry that an address names, open or discarded, for whichever of this member's households. */
export function ownDraft(state: State, { person }: Member, id: Id): Draft | undefined {
  const draft = state.drafts[id];
  return draft?.kind === 'put_away' && draft.owner === person.id ? draft : undefined;
}

export function belongs({ person }: Member, draft: Draft): boolean {
  return draft.kind === 'put_away' && draft.owner === person.id && draft.household === person.current;
}

/** What is open and somebody's; of nobody's, what was begun in a session. @param owner null while nobody is signed in */
export function openDrafts(state: State, owner: Id | null, begun: Id[] = []): [Id, Draft][] {
  return Object.entries(state.drafts).filter(
    ([id, draft]) => !draft.discarded && (draft.owner === null ? begun.includes(id) : draft.owner === owner),
  );
}

/** True when as many are open as may be. */
export function isFull(state: State, { person }: Member): boolean {
  return openDrafts(state, person.id).length >= DRAFTS_AT_MOST;
}

/** The session remembers that a draft was begun in it. */
export function begunIn(state: State, key: string, id: Id): State {
  const session = state.sessions[key];
  if (!session || session.drafts.includes(id)) return state;
  return withBegun(state, key, session, [id, ...session.drafts].slice(0, IDS_AT_MOST));
}

/** The session forgets a draft that is done. */
export function forgottenIn(state: State, key: string, id: Id): State {
  const session = state.sessions[key];
  return session
    ? withBegun(
        state,
        key,
        session,
        session.drafts.filter((one) => one !== id),
      )
    : state;
}

/** What was begun in a session while nobody was signed in is theirs who has signed in there. */
export function adopted(state: State, begun: Id[], owner: Id): State {
  const entries = begun.flatMap((id): [Id, Draft][] => {
    const draft = state.drafts[id];
    return draft?.owner === null ? [[id, { ...draft, owner }]] : [];
  });
  return { ...state, drafts: { ...state.drafts, ...Object.fromEntries(entries) } };
}

/** True for what somebody may still see: somebody's, or of nobody in a session that remembers it. */
export function isReachable({ sessions }: State, id: Id, { owner }: Draft): boolean {
  return owner !== null || Object.values(sessions).some(({ drafts }) => drafts.includes(id));
}

function withBegun(state: State, key: string, session: Session, drafts: Id[]): State {
  return { ...state, sessions: { ...state.sessions, [key]: { ...session, drafts } } };
}
