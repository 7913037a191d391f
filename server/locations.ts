import type { Location, Range } from 'vscode-languageserver';
import { spanOfStatement, spanOfToken, type Module } from '../vm/index.ts';
import type { Snapshot } from './snapshot.ts';

/** What of a snapshot is needed to say a place in any file. */
type PlaceNames = Pick<Snapshot, 'positions' | 'uriOf'>;

export function rangeOfToken(snapshot: PlaceNames, module: Module, token: number): Range {
  return snapshot.positions.toRange(module.tree, spanOfToken(module.tree, token));
}

export function locationOfToken(snapshot: PlaceNames, module: Module, token: number): Location {
  return { uri: snapshot.uriOf(module.file), range: rangeOfToken(snapshot, module, token) };
}

/** From the mnemonic or directive to its last operand. */
export function rangeOfStatement(snapshot: PlaceNames, module: Module, statement: number): Range {
  return snapshot.positions.toRange(module.tree, spanOfStatement(module.tree, statement));
}

export function locationOfStatement(snapshot: PlaceNames, module: Module, statement: number): Location {
  return { uri: snapshot.uriOf(module.file), range: rangeOfStatement(snapshot, module, statement) };
}
