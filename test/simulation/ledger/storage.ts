/**
 * A Durable Object's storage on Node's own SQLite, as far as the Worker uses it. Writes of one turn become one transaction, committed
 * before anything that waits goes on, as the platform coalesces them; a crash takes back what was not committed.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** The object's process is gone: nothing of it may have any effect any more. */
class Crashed extends Error {
  override readonly name = 'Crashed';
}

type Row = Record<string, unknown>;

interface Cursor extends Iterable<Row> {
  /** The statement's own rows, without those of an index. */
  readonly rowsWritten: number;
  toArray(): Row[];
  one(): Row;
}

export class ObjectStorage {
  readonly #database = new DatabaseSync(':memory:');
  readonly #statements = new Map<string, StatementSync>();
  #open = false;
  #depth = 0;
  #statementsLeft = Number.POSITIVE_INFINITY;
  #alarmAt: number | null = null;
  /** Grows with each crash and eviction: what an older instance asks for afterwards is refused. */
  #life = 0;

  /** Another number after each crash and eviction. */
  get life(): number {
    return this.#life;
  }

  /** Epoch milliseconds; null without an alarm. */
  get alarmAt(): number | null {
    return this.#alarmAt;
  }

  /** As the platform does before it rings. */
  takeAlarm(): void {
    this.#alarmAt = null;
  }

  /** The process ends before the statement that comes after so many others. */
  crashAfter(statements: number): void {
    this.#statementsLeft = statements;
  }

  /** Ends the instance that has the storage now. Rolls back what it has not committed. */
  endLife(): void {
    this.#life += 1;
    this.#statementsLeft = Number.POSITIVE_INFINITY;
    this.#depth = 0;
    if (this.#open) this.#database.exec('ROLLBACK');
    this.#open = false;
  }

  /** Reads past the instance: what is committed. Only between its turns. */
  read(query: string, ...bindings: SQLInputValue[]): Row[] {
    return this.#prepared(query).all(...bindings);
  }

  /** What an instance gets as `ctx.storage`. */
  forInstance() {
    const life = this.#life;
    const alive = (): void => {
      if (life !== this.#life) throw new Crashed('the instance is gone');
    };
    return {
      sql: {
        exec: (query: string, ...bindings: SQLInputValue[]): Cursor => {
          alive();
          return this.#execute(query, bindings);
        },
      },
      transactionSync: <T>(work: () => T): T => {
        alive();
        return this.#transaction(life, work);
      },
      setAlarm: async (at: number | Date): Promise<void> => {
        alive();
        this.#alarmAt = Number(at);
      },
    };
  }

  #execute(query: string, bindings: readonly SQLInputValue[]): Cursor {
    if (this.#statementsLeft <= 0) {
      this.endLife();
      throw new Crashed('the process was ended');
    }
    this.#statementsLeft -= 1;
    this.#begin();
    const before = this.#changes();
    const rows = isScript(query, bindings) ? this.#script(query) : this.#prepared(query).all(...bindings);
    const rowsWritten = this.#changes() - before;
    return {
      rowsWritten,
      toArray: () => rows,
      one: () => {
        const [first] = rows;
        if (first === undefined || rows.length > 1) throw new Error(`${rows.length} rows where one is expected`);
        return first;
      },
      [Symbol.iterator]: () => rows[Symbol.iterator](),
    };
  }

  #begin(): void {
    if (this.#open) return;
    this.#database.exec('BEGIN');
    this.#open = true;
    const life = this.#life;
    queueMicrotask(() => {
      if (life !== this.#life || !this.#open) return;
      this.#open = false;
      this.#database.exec('COMMIT');
    });
  }

  #transaction<T>(life: number, work: () => T): T {
    this.#begin();
    this.#depth += 1;
    const name = `step${this.#depth}`;
    this.#database.exec(`SAVEPOINT ${name}`);
    try {
      const result = work();
      this.#database.exec(`RELEASE ${name}`);
      return result;
    } catch (cause) {
      // After a crash there is nothing left to take back.
      if (life === this.#life) this.#database.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw cause;
    } finally {
      if (life === this.#life) this.#depth -= 1;
    }
  }

  #changes(): number {
    return Number(this.#prepared('SELECT total_changes() AS sum').get()?.sum);
  }

  #script(query: string): Row[] {
    this.#database.exec(query);
    return [];
  }

  #prepared(query: string): StatementSync {
    const known = this.#statements.get(query) ?? this.#database.prepare(query);
    this.#statements.set(query, known);
    return known;
  }
}

/** Several statements in one text: only the migrations have that. */
function isScript(query: string, bindings: readonly SQLInputValue[]): boolean {
  return bindings.length === 0 && query.trim().replace(/;$/, '').includes(';');
}
