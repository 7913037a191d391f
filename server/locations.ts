import type { Location, Range } from 'vscode-languageserver';
import { spanOfToken, type Module } from '../vm/index.ts';
import type { Snapshot } from './snapshot.ts';

/** What of a snapshot is needed to say a place in any file. */
type PlaceNames = Pick<Snapshot, 'positions' | 'uriOf'>;

export function rangeOfToken(snapshot: PlaceNames, module: Module, token: number): Range {
  return snapshot.positions.toRange(module.tree, spanOfToken(module.tree, token));
}

export function locationOfToken(snapshot: PlaceNames, module: Module, token: number): Location {
  return { uri: snapshot.uriOf(module.file), range: rangeOfToken(snapshot, module, token) };
}
