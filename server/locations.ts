import type { Location, Range } from 'vscode-languageserver';
import { spanOfToken, type Module } from '../vm/index.ts';
import type { Snapshot } from './snapshot.ts';

/** What of a snapshot is needed to speak of any file. */
type Speech = Pick<Snapshot, 'positions' | 'uriOf'>;

export function rangeOfToken(snapshot: Speech, module: Module, token: number): Range {
  return snapshot.positions.toRange(module.tree, spanOfToken(module.tree, token));
}

export function locationOfToken(snapshot: Speech, module: Module, token: number): Location {
  return { uri: snapshot.uriOf(module.file), range: rangeOfToken(snapshot, module, token) };
}
