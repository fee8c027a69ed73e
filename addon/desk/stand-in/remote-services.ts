/** The script's side of a run in a thread of its own: objects that look like the stand-in's and ask the host at every call. */
import { type ClassMembers, type Crossing, crossed, type EnumReference, type ServiceReference } from './crossing.ts';
import type { ScriptRealm } from './ports.ts';
import { absentMember, enumValue, strictEnumeration } from './services/absent.ts';

/** Makes values of the script's own realm; before that is there, of this one. */
export type RealmMakers = Pick<ScriptRealm, 'date' | 'list' | 'error'>;

export interface RemoteCall {
  readonly on: number;
  readonly member: string;
  readonly args: readonly Crossing[];
}

/** `ask` answers a call, or throws an error of the script's realm. */
export class RemoteServices {
  readonly #ask: (call: RemoteCall) => Crossing;
  readonly #makers: () => RealmMakers;
  readonly #references = new WeakMap<object, ServiceReference | EnumReference>();
  readonly #known = new Map<number, object>();
  readonly #classes = new Map<string, ClassMembers>();

  constructor(ask: (call: RemoteCall) => Crossing, makers: () => RealmMakers) {
    this.#ask = ask;
    this.#makers = makers;
  }

  send(value: unknown): Crossing {
    return crossed(value, (object) => this.#references.get(object) ?? null, new Set());
  }

  receive(value: Crossing): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return this.#makers().list(value.map((item: Crossing) => this.receive(item)));
    if (!('is' in value)) return value;
    switch (value.is) {
      case 'object':
        return Object.fromEntries(value.entries.map(([key, item]) => [key, this.receive(item)]));
      case 'date':
        return this.#makers().date(value.ms);
      case 'service':
        return this.#service(value);
      case 'enum':
        return this.#enum(value);
      case 'enumeration':
        return strictEnumeration(
          value.typeName,
          value.values.map((one) => [one.name, this.#enum(one)]),
        );
      default:
        throw new Error(`The stand-in cannot hand out ${value.is}`);
    }
  }

  #enum(reference: EnumReference): object {
    return this.#keep(reference, () => enumValue(reference.name, reference.ordinal));
  }

  #service(reference: ServiceReference): object {
    if (reference.members !== undefined) this.#classes.set(reference.className, reference.members);
    return this.#keep(reference, () => this.#serviceObject(reference));
  }

  #keep(reference: ServiceReference | EnumReference, make: () => object): object {
    const known = this.#known.get(reference.id);
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(reference.id, made);
    this.#references.set(
      made,
      reference.is === 'enum' ? reference : { is: 'service', id: reference.id, className: reference.className },
    );
    return made;
  }

  #serviceObject({ id, className }: ServiceReference): object {
    const { functions, values } = this.#classes.get(className) ?? { functions: [], values: [] };
    const members = new Map<string, unknown>();
    for (const member of functions)
      members.set(member, (...args: unknown[]) =>
        this.receive(this.#ask({ on: id, member, args: args.map((arg) => this.send(arg)) })),
      );
    for (const [key, value] of values) members.set(key, this.receive(value));
    const error = (message: string): unknown => this.#makers().error(message);
    return new Proxy(
      {},
      {
        get: (_, key) => {
          if (typeof key === 'symbol') return undefined;
          return members.has(key) ? members.get(key) : absentMember(className, key, error);
        },
        set: (_, key) => {
          throw error(`${className}.${String(key)} cannot be set`);
        },
      },
    );
  }
}
