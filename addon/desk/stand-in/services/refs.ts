/** The way back from a service object that a script hands over to what it stands for. */

export class Refs<T> {
  readonly #known = new WeakMap<object, T>();
  readonly #typeName: string;

  constructor(typeName: string) {
    this.#typeName = typeName;
  }

  keep<O extends object>(object: O, meaning: T): O {
    this.#known.set(object, meaning);
    return object;
  }

  of(object: unknown): T {
    const meaning = this.find(object);
    if (meaning === undefined)
      throw new Error(`The parameters don't match the method signature: a ${this.#typeName} is expected.`);
    return meaning;
  }

  find(object: unknown): T | undefined {
    return object !== null && typeof object === 'object' ? this.#known.get(object) : undefined;
  }
}
