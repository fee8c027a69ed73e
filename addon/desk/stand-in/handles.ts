/** The host's side of a run in a thread of its own: which of the run's service objects a reference means. */
import { type Crossing, crossed, type EnumReference, type ServiceReference, type Tagged } from './crossing.ts';
import { enumerationOf, enumValueOf } from './services/enums.ts';
import { describeService } from './services/strict.ts';

export class Handles {
  readonly #ids = new Map<object, number>();
  readonly #objects: object[] = [];
  readonly #told = new Set<string>();

  give(value: unknown): Crossing {
    return crossed(value, (object) => this.#special(object), new Set());
  }

  take(value: Crossing): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return value.map((item) => this.take(item));
    switch (value.is) {
      case 'object':
        return Object.fromEntries(value.entries.map(([key, item]) => [key, this.take(item)]));
      case 'date':
        return new Date(value.ms);
      case 'service':
      case 'enum':
        return this.object(value.id);
      case 'function':
        return () => undefined;
      default:
        return { [Symbol.toStringTag]: tagOf(value) };
    }
  }

  object(id: number): object {
    const known = this.#objects[id];
    if (known === undefined) throw new Error(`There is no service object ${id} in this run`);
    return known;
  }

  #special(object: object): Crossing | null {
    const service = describeService(object);
    if (service !== null) return this.#service(object, service);
    const one = enumValueOf(object);
    if (one !== null) return this.#enum(object, one);
    const enumeration = enumerationOf(object);
    if (enumeration === null) return null;
    const values = enumeration.values.map((value) => this.#enum(value.object, value));
    return { is: 'enumeration', typeName: enumeration.typeName, values };
  }

  #service(object: object, { className, functions, values }: NonNullable<ReturnType<typeof describeService>>) {
    const reference: ServiceReference = { is: 'service', id: this.#idOf(object), className };
    if (this.#told.has(className)) return reference;
    this.#told.add(className);
    const given = values.map(([key, value]) => [key, this.give(value)] as const);
    return { ...reference, members: { functions, values: given } };
  }

  #enum(object: object, { name, ordinal }: { readonly name: string; readonly ordinal: number }): EnumReference {
    return { is: 'enum', id: this.#idOf(object), name, ordinal };
  }

  #idOf(object: object): number {
    const known = this.#ids.get(object);
    if (known !== undefined) return known;
    const id = this.#objects.push(object) - 1;
    this.#ids.set(object, id);
    return id;
  }
}

function isList(value: readonly Crossing[] | Tagged): value is readonly Crossing[] {
  return Array.isArray(value);
}

/** "[object Map]" is what a Map's `toString` says; a tag of our own words is as good. */
function tagOf(value: Tagged): string {
  return value.is === 'other' ? value.tag.replace(/^\[object (.*)\]$/, '$1') : value.is;
}
