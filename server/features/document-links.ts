import type { DocumentLink } from 'vscode-languageserver';
import { lineSpan, spanOfToken } from '../../vm/index.ts';
import type { Snapshot } from '../snapshot.ts';

/** The paths of imports, as links to the files that they name; of those that can be read. */
export function documentLinks(snapshot: Snapshot): DocumentLink[] {
  const { analysis, positions, uriOf } = snapshot;
  const { tree, imports } = analysis.module;
  return imports
    .filter(({ module }) => module !== null)
    .map(({ token, file }) => {
      const { start, end } = spanOfToken(tree, token);
      // The quotes are no part of the link.
      const path = lineSpan(start.line, start.column + 1, end.column - 1);
      return { range: positions.toRange(tree, path), target: uriOf(file), tooltip: 'Open the imported file' };
    });
}
