import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { encodeTokens, tokenEdits } from './features/semantic-tokens.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The semantic tokens that each open file was last answered with, so that the next answer can be what has changed.
 *
 * Invariant: one answer a file, the newest; who names an older one gets all tokens anew.
 */
export class SemanticTokensHistory {
  private readonly answers = new Map<string, { readonly id: string; readonly data: Uint32Array }>();
  private lastId = 0;

  all(uri: string, snapshot: Snapshot): SemanticTokens {
    const data = encodeTokens(snapshot);
    return { resultId: this.keep(uri, data), data: Array.from(data) };
  }

  since(uri: string, previousId: string, snapshot: Snapshot): SemanticTokens | SemanticTokensDelta {
    const known = this.answers.get(uri);
    if (known?.id !== previousId) return this.all(uri, snapshot);
    const data = encodeTokens(snapshot);
    const edits = tokenEdits(known.data, data);
    return { resultId: edits.length === 0 ? previousId : this.keep(uri, data), edits };
  }

  forget(uri: string): void {
    this.answers.delete(uri);
  }

  private keep(uri: string, data: Uint32Array): string {
    const id = String(++this.lastId);
    this.answers.set(uri, { id, data });
    return id;
  }
}
