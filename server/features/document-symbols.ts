import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import { spanOfToken, type Module, type NameSymbol, type Span } from '../../vm/index.ts';
import { wholeBlockSpan } from '../block-span.ts';
import { parameterTexts } from '../signature.ts';
import type { Snapshot } from '../snapshot.ts';

/** The outline: functions and classes as they are nested, with the labels in them; constants, and main's own variables. */
export function documentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  const { module } = snapshot.analysis;
  const childrenOfScope: DocumentSymbol[][] = module.scopes.map(() => []);
  for (const symbol of module.symbols) {
    if (symbol.definition < 0 || symbol.origin !== undefined) continue;
    const entry = describe(snapshot, module, symbol);
    if (entry === undefined) continue;
    childrenOfScope[isWholeFile(symbol) ? 0 : symbol.scope].push(entry);
    if (symbol.ownScope > 0) entry.children = childrenOfScope[symbol.ownScope];
  }
  for (const children of childrenOfScope) children.sort(byPosition);
  return childrenOfScope[0];
}

function describe(snapshot: Snapshot, module: Module, symbol: NameSymbol): DocumentSymbol | undefined {
  const kind = symbolKindOf(module, symbol);
  if (kind === undefined) return undefined;
  const selection = spanOfToken(module.tree, symbol.definition);
  const scope = module.scopes[symbol.ownScope];
  return {
    name: symbol.name,
    detail: scope === undefined ? symbol.valueText : parameterTexts(scope.parameters).join(' '),
    kind,
    range: snapshot.positions.toRange(module.tree, wholeSpan(module, symbol, selection)),
    selectionRange: snapshot.positions.toRange(module.tree, selection),
  };
}

/** The kind of a symbol that an outline shows. */
export function symbolKindOf(module: Module, symbol: NameSymbol): SymbolKind | undefined {
  switch (symbol.kind) {
    case 'function':
      return module.scopes[symbol.scope].kind === 'class' ? SymbolKind.Method : SymbolKind.Function;
    case 'class':
      return SymbolKind.Class;
    case 'label':
      return SymbolKind.Key;
    case 'constant':
      return SymbolKind.Constant;
    case 'global':
      return SymbolKind.Variable;
    default:
      return undefined;
  }
}

/** Constants hold from their line on in the whole file, and globals everywhere, wherever they stand. */
function isWholeFile({ kind }: NameSymbol): boolean {
  return kind === 'constant' || kind === 'global';
}

/** All of a function or class, else the name alone. */
function wholeSpan(module: Module, symbol: NameSymbol, selection: Span): Span {
  return symbol.ownScope <= 0 ? selection : wholeBlockSpan(module.tree, symbol.ownScope);
}

function byPosition(a: DocumentSymbol, b: DocumentSymbol): number {
  const { start } = a.selectionRange;
  const { start: other } = b.selectionRange;
  return start.line - other.line || start.character - other.character;
}
