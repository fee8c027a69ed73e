/** Browser sessions and the tickets for live connections. Only the SHA-256 of a secret is ever stored. */
import * as v from 'valibot';
import type { Person } from '../auth/tokens.ts';
import { sha256 } from '../canonical.ts';

export const SESSION_MS = 12 * 3_600_000;
export const TICKET_MS = 30_000;

export interface Session {
  readonly hash: string;
  readonly person: Person;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

/** Whose right a live connection lives on. */
export const HolderSchema = v.object({
  issuer: v.string(),
  subject: v.string(),
  /** The session that it hangs on, or null for a token. */
  session: v.nullable(v.string()),
  /** The workbook's audience that it came through, or null for the browser's client. */
  audience: v.nullable(v.string()),
  endsAt: v.number(),
});
export type Holder = v.InferOutput<typeof HolderSchema>;

export interface SessionStore {
  /** Opens a session and answers its secret, which is nowhere kept. */
  open(person: Person, now: number): string;
  find(secret: string, now: number): Session | undefined;
  isOpen(hash: string): boolean;
  end(hash: string): void;
  endAllOf(person: Pick<Person, 'issuer' | 'subject'>): void;
  issueTicket(holder: Holder, now: number): string;
  /** Takes a ticket, which is then gone. */
  takeTicket(ticket: string, now: number): Holder | undefined;
  /** Forgets what has ended. */
  purge(now: number): void;
}

type SessionRow = Record<string, SqlStorageValue> & {
  hash: string;
  issuer: string;
  subject: string;
  email: string;
  ends_at: number;
};

export function sessionStore(sql: SqlStorage): SessionStore {
  return {
    open: ({ issuer, subject, email }, now) => {
      const secret = randomSecret();
      const row = [sha256(secret), issuer, subject, email, now + SESSION_MS];
      sql.exec('INSERT INTO sessions (hash, issuer, subject, email, ends_at) VALUES (?, ?, ?, ?, ?)', ...row);
      return secret;
    },
    find: (secret, now) =>
      sql
        .exec<SessionRow>('SELECT * FROM sessions WHERE hash = ? AND ends_at > ?', sha256(secret), now)
        .toArray()
        .map(sessionOf)[0],
    isOpen: (hash) => sql.exec('SELECT 1 FROM sessions WHERE hash = ?', hash).toArray().length > 0,
    end: (hash) => {
      sql.exec('DELETE FROM sessions WHERE hash = ?', hash);
    },
    endAllOf: ({ issuer, subject }) => {
      sql.exec('DELETE FROM sessions WHERE issuer = ? AND subject = ?', issuer, subject);
    },
    issueTicket: (holder, now) => {
      const ticket = randomSecret();
      const row = [sha256(ticket), JSON.stringify(holder), now + TICKET_MS];
      sql.exec('INSERT INTO tickets (hash, holder, ends_at) VALUES (?, ?, ?)', ...row);
      return ticket;
    },
    takeTicket: (ticket, now) => takeTicket(sql, sha256(ticket), now),
    purge: (now) => {
      sql.exec('DELETE FROM sessions WHERE ends_at <= ?', now);
      sql.exec('DELETE FROM tickets WHERE ends_at <= ?', now);
    },
  };
}

function takeTicket(sql: SqlStorage, hash: string, now: number): Holder | undefined {
  const rows = sql
    .exec<{ holder: string; ends_at: number }>('DELETE FROM tickets WHERE hash = ? RETURNING holder, ends_at', hash)
    .toArray();
  const row = rows[0];
  if (row === undefined || row.ends_at <= now) return undefined;
  return v.parse(HolderSchema, JSON.parse(row.holder));
}

function sessionOf(row: SessionRow): Session {
  const { hash, issuer, subject, email, ends_at } = row;
  return { hash, person: { issuer, subject, email }, endsAt: ends_at };
}

/** 256 random bits, base64url. */
function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
