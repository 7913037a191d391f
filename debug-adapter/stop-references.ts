import type { Value } from '../vm/index.ts';
import { RequestError } from './request-error.ts';

/** What a client can ask the variables of. */
export type VariablesOwner =
  | { readonly kind: 'locals' | 'stack' | 'globals'; readonly frameIndex: number }
  | { readonly kind: 'value'; readonly value: Value };

/**
 * The numbers by which the client means frames and containers of variables while the program stands still. No number is used
 * twice in a session, so that one from an earlier stop is told from one of this.
 */
export class StopReferences {
  private last = 0;
  private readonly frames = new Map<number, number>();
  private readonly frameIds = new Map<number, number>();
  private readonly owners = new Map<number, VariablesOwner>();

  /** Forgets all numbers: the program goes on. */
  clear(): void {
    this.frames.clear();
    this.frameIds.clear();
    this.owners.clear();
  }

  /** The number of a frame; the same frame has the same number until `clear`. */
  frameId(frameIndex: number): number {
    let id = this.frameIds.get(frameIndex);
    if (id === undefined) {
      id = ++this.last;
      this.frameIds.set(frameIndex, id);
      this.frames.set(id, frameIndex);
    }
    return id;
  }

  frameIndex(id: number): number {
    const index = this.frames.get(id);
    if (index === undefined) throw new RequestError('badArgument', `there is no frame with the id ${id} at this stop`);
    return index;
  }

  variablesReference(owner: VariablesOwner): number {
    const reference = ++this.last;
    this.owners.set(reference, owner);
    return reference;
  }

  owner(reference: number): VariablesOwner {
    const owner = this.owners.get(reference);
    if (!owner) throw new RequestError('badArgument', `there are no variables ${reference} at this stop`);
    return owner;
  }
}
