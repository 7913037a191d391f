import { SymbolKind, type Position, type TypeHierarchyItem } from 'vscode-languageserver';
import type { Scope } from '../../vm/index.ts';
import { wholeBlockSpan } from '../block-span.ts';
import { ClassHierarchy, type ClassPlace } from '../class-hierarchy.ts';
import { placeOfItem, type HierarchyData } from '../hierarchy-items.ts';
import { rangeOfToken } from '../locations.ts';
import { nameAt } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';

/** The class that is named at a position. */
export function prepareTypeHierarchy(snapshot: Snapshot, position: Position): TypeHierarchyItem[] | null {
  const { analysis, positions } = snapshot;
  const found = nameAt(analysis.module, positions.toPlace(analysis.module.tree, position));
  if (found?.name.kind !== 'class') return null;
  const { module, symbol } = found.name;
  const scope = module.symbols[symbol].ownScope;
  return scope < 0 ? null : [itemOf(snapshot, { module, scope })];
}

/** The classes that the class of an item derives from. */
export function supertypes(snapshot: Snapshot, item: TypeHierarchyItem): TypeHierarchyItem[] | null {
  const place = placeOfItem(snapshot.analysis, item, isClass);
  if (place === undefined) return null;
  return ClassHierarchy.of(snapshot.analysis)
    .supertypes(place)
    .map(each => itemOf(snapshot, each));
}

/** The classes that derive from the class of an item. */
export function subtypes(snapshot: Snapshot, item: TypeHierarchyItem): TypeHierarchyItem[] | null {
  const place = placeOfItem(snapshot.analysis, item, isClass);
  if (place === undefined) return null;
  return ClassHierarchy.of(snapshot.analysis)
    .subtypes(place)
    .map(each => itemOf(snapshot, each));
}

function isClass({ kind }: Scope): boolean {
  return kind === 'class';
}

function itemOf(snapshot: Snapshot, { module, scope }: ClassPlace): TypeHierarchyItem {
  const { name, symbol, qualifiedName } = module.scopes[scope];
  const data: HierarchyData = { uri: snapshot.uriOf(snapshot.analysis.module.file), file: module.file, scope };
  return {
    name,
    kind: SymbolKind.Class,
    detail: qualifiedName === name ? undefined : qualifiedName,
    uri: snapshot.uriOf(module.file),
    range: snapshot.positions.toRange(module.tree, wholeBlockSpan(module.tree, scope)),
    selectionRange: rangeOfToken(snapshot, module, module.symbols[symbol].definition),
    data,
  };
}
