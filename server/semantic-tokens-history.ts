import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { joinPieces, pieceEdits, tokenPieces, type TokenPiece } from './features/semantic-tokens/pieces.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The semantic tokens that each open file was last answered with, so that the next answer can be what has changed.
 *
 * Invariant: one answer a file, the newest; who names an older one gets all tokens anew.
 */
export class SemanticTokensHistory {
  private readonly answers = new Map<string, { readonly id: string; readonly pieces: readonly TokenPiece[] }>();
  private lastId = 0;

  all(uri: string, snapshot: Snapshot): SemanticTokens {
    const pieces = tokenPieces(snapshot, this.answers.get(uri)?.pieces ?? []);
    return { resultId: this.keep(uri, pieces), data: Array.from(joinPieces(pieces)) };
  }

  since(uri: string, previousId: string, snapshot: Snapshot): SemanticTokens | SemanticTokensDelta {
    const known = this.answers.get(uri);
    if (known?.id !== previousId) return this.all(uri, snapshot);
    const pieces = tokenPieces(snapshot, known.pieces);
    const edits = pieceEdits(known.pieces, pieces);
    if (edits.length > 0) return { resultId: this.keep(uri, pieces), edits };
    // The same tokens, but of other sections: the next answer is found from these.
    this.answers.set(uri, { id: previousId, pieces });
    return { resultId: previousId, edits };
  }

  forget(uri: string): void {
    this.answers.delete(uri);
  }

  private keep(uri: string, pieces: readonly TokenPiece[]): string {
    const id = String(++this.lastId);
    this.answers.set(uri, { id, pieces });
    return id;
  }
}
