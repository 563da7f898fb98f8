import DataLoader from 'dataloader'

/** A loader of rows that other statements often read along: these are given at once, without a promise for each. */
export class KnownLoader<Value> extends DataLoader<string, Value | undefined> {
  readonly #known = new Map<string, Value>()

  /** Gives what was read already. */
  peek(id: string): Value | undefined {
    return this.#known.get(id)
  }

  override prime(id: string, value: Value): this {
    this.#known.set(id, value)
    return this
  }

  override load(id: string): Promise<Value | undefined> {
    const known = this.#known.get(id)
    return known === undefined ? super.load(id) : Promise.resolve(known)
  }
}
